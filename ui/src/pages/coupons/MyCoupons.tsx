// My coupons in one state.
import { Anchor, Badge, Button, Group, Text } from "@mantine/core";
import { TicketPercent } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CouponTicket } from "@/features/coupon/CouponTicket";
import { useMyCoupons } from "@/features/coupon/queries";
import type { CouponOrder, UserCoupon, UserCouponState } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { LoadMore } from "@/shared/components/LoadMore";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { useNow } from "@/shared/hooks/useNow";
import { formatDate, formatWon } from "@/shared/text/format";
import { CouponGrid, CouponsSkeleton } from "./CouponGrid";
import { startsLater, usableFirst } from "./couponOrder";
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
  const now = useNow(60_000);
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
            {usableFirst(items, now).map((coupon) => (
              <li key={coupon.id}>
                <Mine coupon={coupon} waits={startsLater(coupon, now)} />
              </li>
            ))}
          </CouponGrid>
          <LoadMore hasMore={coupons.hasNextPage} loading={coupons.isFetchingNextPage} onMore={() => void coupons.fetchNextPage()} />
        </>
      )}
    </QueryView>
  );
}

interface MineProps {
  coupon: UserCoupon;
  /** It cannot be used before its first day. */
  waits: boolean;
}

function Mine({ coupon, waits }: MineProps) {
  const usable = coupon.state === "AVAILABLE";
  return (
    <CouponTicket
      coupon={coupon}
      faded={!usable || waits}
      mark={waits ? <StartBadge from={coupon.beginDate} /> : usable && <DdayBadge until={coupon.expiresAt} />}
      period={usePeriod(coupon)}
    >
      {usable && coupon.productIds?.length ? <CouponTargets productIds={coupon.productIds} /> : undefined}
      {coupon.usedFor && <UsedFor order={coupon.usedFor} />}
    </CouponTicket>
  );
}

/** The order in which it was used, and what it took off. */
function UsedFor({ order: { orderId, orderNumber, discountAmount } }: { order: CouponOrder }) {
  const { t } = useTranslation("coupons");
  const lang = useLang();
  return (
    <Group gap="xs" justify="space-between">
      <Anchor component={Link} to={`/orders/${orderId}`} size="sm" className="tabular">
        {orderNumber}
      </Anchor>
      <Text size="sm" fw={600} className="tabular">
        {t("tookOff", { amount: formatWon(discountAmount, lang) })}
      </Text>
    </Group>
  );
}

function StartBadge({ from }: { from: string }) {
  const { t } = useTranslation("coupons");
  const date = formatDate(from, useLang());
  return (
    <Badge className="tabular" variant="filled" tt="none" bg="var(--surface-3)" c="var(--mantine-color-text)">
      {t("startsOn", { date })}
    </Badge>
  );
}

function usePeriod({ state, usedAt, expiresAt }: UserCoupon): string {
  const { t } = useTranslation("coupons");
  const lang = useLang();
  if (state === "USED" && usedAt) return t("period.used", { date: formatDate(usedAt, lang) });
  return t(state === "EXPIRED" ? "period.expired" : "period.until", { date: formatDate(expiresAt, lang) });
}
