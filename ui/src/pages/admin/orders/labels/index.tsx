// Address labels of the picked orders: eight on a sheet of A4, or one on each label of 100 × 150 mm. Orders that are picked up have none.
import { Button, Group, SegmentedControl } from "@mantine/core";
import { Tag } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { readIds } from "@/features/admin-order/packing";
import { usePackingSlips } from "@/features/admin-order/queries";
import { PrintButtons } from "@/features/desktop/PrintButtons";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { Label } from "./Label";
import classes from "./labels.module.css";

/** What the printer is told of the paper. */
const PAPERS = { sheet: "@page { size: A4; margin: 0 }", roll: "@page { size: 100mm 150mm; margin: 0 }" } as const;

type Paper = keyof typeof PAPERS;

export default function LabelsPage() {
  const { t } = useTranslation("adminOrders");
  const [params, setParams] = useSearchParams();
  const ids = readIds(params);
  const paper: Paper = params.get("paper") === "roll" ? "roll" : "sheet";
  const choose = (next: string) => {
    params.set("paper", next);
    setParams(params, { replace: true });
  };
  return (
    <>
      <PageHeading title={t("labels.title")} hidden />
      <Group justify="center" mb="lg" gap="xs" data-chrome>
        <Button component={Link} to="/admin/orders" variant="default">
          {t("slips.back")}
        </Button>
        <SegmentedControl aria-label={t("labels.paper")} value={paper} onChange={choose} data={(["sheet", "roll"] as const).map((value) => ({ value, label: t(`labels.${value}`) }))} />
        <PrintButtons name={ids === undefined ? undefined : t("labels.title")} />
      </Group>
      {ids === undefined ? <Nothing /> : <Labels ids={ids} paper={paper} />}
    </>
  );
}

function Labels({ ids, paper }: { ids: string; paper: Paper }) {
  const slips = usePackingSlips(ids);
  return (
    <QueryView query={slips}>
      {({ items }) => {
        const parcels = items.filter(({ deliveryMethod }) => deliveryMethod !== "PICKUP");
        if (parcels.length === 0) return <Nothing />;
        return (
          <div className={classes.labels} data-paper={paper}>
            <style>{PAPERS[paper]}</style>
            {parcels.map((order) => (
              <Label key={order.id} order={order} />
            ))}
          </div>
        );
      }}
    </QueryView>
  );
}

function Nothing() {
  const { t } = useTranslation("adminOrders");
  return <EmptyState icon={Tag} title={t("labels.none")} description={t("labels.noneText")} />;
}
