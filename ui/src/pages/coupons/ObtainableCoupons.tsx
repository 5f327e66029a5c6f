// The coupons on offer: how many are left, live, and a button to take one.
import { Box, Button, Group, Text } from "@mantine/core";
import { Check, TicketPercent } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CouponTicket } from "@/features/coupon/CouponTicket";
import { obtainState, useIssueCoupon, useObtainableCoupons } from "@/features/coupon/queries";
import type { Coupon, PlaceInLine } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { LineStatus } from "@/shared/components/LineStatus";
import { Meter } from "@/shared/components/Meter";
import { QueryView } from "@/shared/components/QueryView";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDate, formatOrdinal } from "@/shared/text/format";
import { couponName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";
import { CouponGrid, CouponsSkeleton } from "./CouponGrid";
import { DdayBadge } from "./DdayBadge";
import { CouponTargets } from "./CouponTargets";
import { countState } from "./couponOrder";

export function ObtainableCoupons() {
  const { t } = useTranslation("coupons");
  const coupons = useObtainableCoupons();
  return (
    <QueryView
      query={coupons}
      skeleton={<CouponsSkeleton />}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          icon={TicketPercent}
          title={t("empty.obtainable.title")}
          description={t("empty.obtainable.text")}
          action={<Button component={Link} to="/products">{t("empty.obtainable.action")}</Button>}
        />
      }
    >
      {({ items }) => (
        <CouponGrid>
          {items.map((coupon) => (
            <li key={coupon.id}>
              <Obtainable coupon={coupon} />
            </li>
          ))}
        </CouponGrid>
      )}
    </QueryView>
  );
}

function Obtainable({ coupon }: { coupon: Coupon }) {
  const { t } = useTranslation("coupons");
  const lang = useLang();
  const startsLater = new Date(coupon.beginDate) > new Date();
  const range = { from: formatDate(coupon.beginDate, lang), until: formatDate(coupon.endDate, lang) };
  return (
    <CouponTicket
      coupon={coupon}
      faded={obtainState(coupon) === "soldOut"}
      mark={<DdayBadge until={coupon.endDate} />}
      period={startsLater ? t("period.range", range) : t("period.until", { date: range.until })}
    >
      <CountLeft coupon={coupon}>
        <CouponTargets productIds={coupon.productIds} />
      </CountLeft>
      <TakeButton coupon={coupon} />
    </CouponTicket>
  );
}

/** The count is hidden while all are left, unless they are few; the bar is hidden until one is issued. */
function CountLeft({ coupon, children }: { coupon: Coupon; children: ReactNode }) {
  const { t } = useTranslation("coupons");
  const lang = useLang();
  const { totalQuantity, remainingQuantity } = coupon;
  const { taken, few } = countState(coupon);
  if (!taken && !few && !coupon.productIds?.length) return null;
  const left = formatCount(remainingQuantity, lang);
  return (
    <div>
      {taken && (
        <Box mb={6}>
          <Meter share={(remainingQuantity / Math.max(totalQuantity, 1)) * 100} />
        </Box>
      )}
      <Group gap={6} mih={24}>
        {(taken || few) && (
          <Text size="xs" fw={600} c={few ? "var(--accent-text)" : undefined} className="tabular">
            {taken ? t("leftOf", { left, total: formatCount(totalQuantity, lang) }) : t("left", { left })}
          </Text>
        )}
        <Box ms={taken || few ? "auto" : undefined}>{children}</Box>
      </Group>
    </div>
  );
}

function TakeButton({ coupon }: { coupon: Coupon }) {
  const { t } = useTranslation(["coupons", "common"]);
  const lang = useLang();
  const idempotency = useIdempotencyKey();
  const issue = useIssueCoupon((got) => toastSuccess([t("got", { name: couponName(got, lang) }), placeWords(got.placeInLine)].filter(Boolean).join(" · ")));
  const placeWords = (place: PlaceInLine | undefined) =>
    place && t("common:line.place", { arrived: formatOrdinal(place.arrived, lang), served: formatOrdinal(place.served, lang) });
  const state = obtainState(coupon);
  if (state !== "obtainable") {
    return (
      <Group gap={6} h={36} c="dimmed" wrap="nowrap">
        {state === "owned" && <Check size={18} aria-hidden />}
        <Text span size="sm" fw={600}>
          {t(state)}
        </Text>
      </Group>
    );
  }
  const take = () => void issue.run({ id: coupon.id }, { idempotencyKey: idempotency.key });
  return (
    <>
      <Button fullWidth loading={issue.pending} onClick={take} aria-label={t("getNamed", { name: couponName(coupon, lang) })}>
        {t("get")}
      </Button>
      {issue.pending && <LineStatus waiting />}
    </>
  );
}
