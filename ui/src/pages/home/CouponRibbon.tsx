// A quiet ribbon that leads to the coupons.
import { Group, Text } from "@mantine/core";
import { ChevronRight, TicketPercent } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import classes from "./CouponRibbon.module.css";

export function CouponRibbon() {
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
