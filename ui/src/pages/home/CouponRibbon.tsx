// A link to the coupons, shown while at least one can be obtained.
import { Group, Text } from "@mantine/core";
import { ChevronRight, TicketPercent } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { obtainState, useObtainableCoupons } from "@/features/coupon/queries";
import { useShop } from "@/features/shop/queries";
import { useSession } from "@/features/user/session";
import classes from "./CouponRibbon.module.css";

/** A visitor cannot ask for the coupons; that a demo shop has some is known without. */
export function CouponRibbon() {
  const { customer } = useSession();
  const shop = useShop();
  if (customer !== null) return <RibbonWhereSomeAreLeft />;
  return shop.data?.demo === true ? <Ribbon /> : null;
}

function RibbonWhereSomeAreLeft() {
  const coupons = useObtainableCoupons().data?.items ?? [];
  return coupons.some((coupon) => obtainState(coupon) === "obtainable") ? <Ribbon /> : null;
}

function Ribbon() {
  const { t } = useTranslation("home");
  return (
    <Link to="/coupons" className={classes.ribbon}>
      <Group gap="lg" wrap="nowrap">
        <span className={classes.disc}>
          <TicketPercent size={26} strokeWidth={1.75} aria-hidden />
        </span>
        <div>
          <Text fw={700} size="lg">
            {t("coupons.title")}
          </Text>
          <Text c="dimmed" size="sm">
            {t("coupons.text")}
          </Text>
        </div>
      </Group>
      <Group gap={4} wrap="nowrap" fw={600}>
        {t("coupons.action")}
        <ChevronRight size={18} aria-hidden />
      </Group>
    </Link>
  );
}
