// What is to be packed now: the units to take from the shelves, or the orders one by one; the way to their slips and labels.
import { Group, SegmentedControl, Text } from "@mantine/core";
import { PackageCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { PaperLinks } from "@/features/admin-order/PaperLinks";
import { unitsOf } from "@/features/admin-order/packing";
import { useOrdersToPack } from "@/features/admin-order/queries";
import { PrintButtons } from "@/features/desktop/PrintButtons";
import type { AdminOrder } from "@/ipc/generated/operations";
import { BackLink } from "@/shared/components/BackLink";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { dayOf, formatDay } from "@/shared/text/day";
import { OrdersToPack } from "./OrdersToPack";
import { PickList } from "./PickList";

const VIEWS = ["products", "orders"] as const;

export default function PackingPage() {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const packing = useOrdersToPack();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((view) => view === params.get("view")) ?? "products";
  const isAny = (packing.data?.items.length ?? 0) > 0;
  const day = formatDay(dayOf(new Date()), lang);
  return (
    <>
      <BackLink to="/admin/orders" label={t("slips.back")} />
      <PageHeading title={t("packing.title")} aside={<Text c="dimmed">{day}</Text>} />
      <Group justify="space-between" mb="md" gap="sm" data-chrome>
        <SegmentedControl
          aria-label={t("packing.by")}
          value={view}
          onChange={(next) => setParams(next === "products" ? {} : { view: next }, { replace: true })}
          data={VIEWS.map((value) => ({ value, label: t(`packing.view.${value}`) }))}
        />
        <Group gap="xs">
          <PrintButtons name={isAny ? `${t("packing.title")} ${day}` : undefined} />
        </Group>
      </Group>
      <QueryView
        query={packing}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState icon={PackageCheck} title={t("packing.none")} description={t("packing.noneText")} />}
      >
        {({ items, summary }) => (
          <>
            <Group justify="space-between" mb="md" gap="sm">
              <Amount orders={items} all={summary?.count ?? items.length} />
              <Group gap="xs" data-chrome>
                <PaperLinks orders={items} size="compact-md" />
              </Group>
            </Group>
            {view === "products" ? <PickList orders={items} /> : <OrdersToPack orders={items} />}
          </>
        )}
      </QueryView>
    </>
  );
}

/** How much it is, and whether there is more than is shown. */
function Amount({ orders, all }: { orders: readonly AdminOrder[]; all: number }) {
  const { t } = useTranslation("adminOrders");
  const units = orders.flatMap(({ items }) => items).reduce((sum, item) => sum + unitsOf(item), 0);
  return (
    <Text c="dimmed" className="tabular">
      {t("packing.amount", { orders: orders.length, units })}
      {all > orders.length && ` · ${t("packing.oldest", { count: all })}`}
    </Text>
  );
}

