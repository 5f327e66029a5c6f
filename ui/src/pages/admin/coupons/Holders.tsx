// The customers to whom a coupon was issued, the latest first, and the order in which each one was used.
import { Anchor, Group, SegmentedControl, Stack, Table, Text } from "@mantine/core";
import { Users } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useHolders } from "@/features/admin-coupon/queries";
import type { AdminCoupon, CouponHolder, UserCouponState } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { EmptyState } from "@/shared/components/EmptyState";
import { LoadMore } from "@/shared/components/LoadMore";
import { RowsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { IssuedMeter } from "./IssuedMeter";

const TONES: Partial<Record<UserCouponState, Tone>> = { AVAILABLE: "good" };

const STATES: readonly UserCouponState[] = ["AVAILABLE", "USED", "EXPIRED"];

export function Holders({ coupon }: { coupon: AdminCoupon }) {
  const { t } = useTranslation("adminCoupons");
  const [state, setState] = useState<UserCouponState>();
  const list = useHolders(coupon.id, state);
  return (
    <Stack gap="md" pt="md">
      <Figures coupon={coupon} />
      <SegmentedControl
        aria-label={t("holders.state")}
        style={{ alignSelf: "start" }}
        value={state ?? ""}
        onChange={(next) => setState(STATES.find((each) => each === next))}
        data={[{ value: "", label: t("holders.all") }, ...STATES.map((each) => ({ value: each, label: t(`holders.states.${each}`) }))]}
      />
      <QueryView
        query={list}
        skeleton={<RowsSkeleton rows={8} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<EmptyState icon={Users} title={t("holders.none")} description={t(state === undefined ? "holders.noneText" : "holders.noneSuch")} />}
      >
        {({ pages }) => <HolderTable holders={pages.flatMap(({ items }) => items)} />}
      </QueryView>
      <LoadMore hasMore={list.hasNextPage} loading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </Stack>
  );
}

function Figures({ coupon }: { coupon: AdminCoupon }) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const { issuedQuantity, usedQuantity, remainingQuantity } = coupon;
  const rate = issuedQuantity === 0 ? t("noRate") : t("rateOf", { rate: Math.floor((usedQuantity * 100) / issuedQuantity) });
  const figures = [
    { label: t("holders.left"), value: formatCount(remainingQuantity, lang) },
    { label: t("column.used"), value: formatCount(usedQuantity, lang) },
    { label: t("column.rate"), value: rate },
  ];
  return (
    <Group component="dl" gap="xl" m={0} align="start">
      <div>
        <Text component="dt" size="sm" c="dimmed">
          {t("column.issued")}
        </Text>
        <Text component="dd" m={0} w={160}>
          <IssuedMeter coupon={coupon} />
        </Text>
      </div>
      {figures.map(({ label, value }) => (
        <div key={label}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} fw={600} className="tabular">
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
}

function HolderTable({ holders }: { holders: readonly CouponHolder[] }) {
  const { t } = useTranslation("adminCoupons");
  return (
    // Focusable, so that the keyboard can scroll it where the window is narrow.
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: "group", "aria-label": t("holders.title") } }}>
      <Table verticalSpacing={8} aria-label={t("holders.title")}>
        <Table.Thead>
          <Table.Tr>
            {(["customer", "state", "issuedAt", "usedAt", "order"] as const).map((column) => (
              <Table.Th key={column}>{t(`holders.column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {holders.map((holder) => (
            <HolderRow key={holder.id} holder={holder} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function HolderRow({ holder: { userId, name, email, state, issuedAt, usedAt, orderId, orderNumber } }: { holder: CouponHolder }) {
  const { t } = useTranslation("adminCoupons");
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/admin/customers/${userId}`} inherit fw={600}>
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      </Table.Td>
      <Table.Td>
        <StateTag tone={TONES[state]}>{t(`holders.states.${state}`)}</StateTag>
      </Table.Td>
      <Table.Td className="tabular">
        <DateText at={issuedAt} withTime />
      </Table.Td>
      <Table.Td className="tabular">{usedAt == null ? "–" : <DateText at={usedAt} withTime />}</Table.Td>
      <Table.Td>
        {orderId == null ? (
          "–"
        ) : (
          <Anchor component={Link} to={`/admin/orders/${orderId}`} inherit fw={600} className="tabular">
            {orderNumber}
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
