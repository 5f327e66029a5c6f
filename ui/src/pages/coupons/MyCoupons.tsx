// My coupons in one state.
import { Button, Text } from "@mantine/core";
import { TicketPercent } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CouponTicket } from "@/features/coupon/CouponTicket";
import { useMyCoupons } from "@/features/coupon/queries";
import type { UserCoupon, UserCouponState } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { LoadMore } from "@/shared/components/LoadMore";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { formatDate } from "@/shared/text/format";
import { CouponGrid, CouponsSkeleton } from "./CouponGrid";
import { CouponTargets } from "./CouponTargets";
import { DdayBadge } from "./DdayBadge";
import type { MyCouponTab } from "./tabs";

interface MyCouponsProps {
  tab: MyCouponTab;
  state: UserCouponState;
}

export function MyCoupons({ tab, state }: MyCouponsProps) {
  const { t } = useTranslation("coupons");
  const coupons = useMyCoupons(state);
  const action = (
    <Button component={Link} to={tab === "usable" ? "/coupons" : "/products"}>
      {t(`empty.${tab}.action`)}
    </Button>
  );
  return (
    <QueryView
      query={coupons}
      skeleton={<CouponsSkeleton />}
      isEmpty={(items) => items.length === 0}
      empty={<EmptyState icon={TicketPercent} title={t(`empty.${tab}.title`)} description={t(`empty.${tab}.text`)} action={action} />}
    >
      {(items) => (
        <>
          <CouponGrid>
            {items.map((coupon) => (
              <li key={coupon.id}>
                <Mine coupon={coupon} />
              </li>
            ))}
          </CouponGrid>
          <LoadMore hasMore={coupons.hasNextPage} loading={coupons.isFetchingNextPage} onMore={() => void coupons.fetchNextPage()} />
        </>
      )}
    </QueryView>
  );
}

function Mine({ coupon }: { coupon: UserCoupon }) {
  const { t } = useTranslation("coupons");
  const lang = useLang();
  const usable = coupon.state === "AVAILABLE";
  const startsLater = usable && new Date(coupon.beginDate) > new Date();
  return (
    <CouponTicket
      coupon={coupon}
      faded={!usable}
      mark={usable && <DdayBadge until={coupon.expiresAt} />}
      period={usePeriod(coupon)}
      target={usable && <CouponTargets productIds={coupon.productIds} />}
    >
      {startsLater ? (
        <Text size="sm" fw={600} c="var(--accent-text)">
          {t("startsLater", { date: formatDate(coupon.beginDate, lang) })}
        </Text>
      ) : undefined}
    </CouponTicket>
  );
}

function usePeriod({ state, usedAt, expiresAt }: UserCoupon): string {
  const { t } = useTranslation("coupons");
  const lang = useLang();
  if (state === "USED" && usedAt) return t("period.used", { date: formatDate(usedAt, lang) });
  return t(state === "EXPIRED" ? "period.expired" : "period.until", { date: formatDate(expiresAt, lang) });
}
