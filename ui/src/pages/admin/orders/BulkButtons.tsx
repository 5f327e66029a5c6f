// The steps that the selected orders can take: each with the number of orders whose turn it is.
import { Button } from "@mantine/core";
import { PackageCheck, Truck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { actsOf } from "@/features/admin-order/acts";
import type { OrderFilter } from "@/features/admin-order/filter";
import { allRowsOf, useTabSums } from "@/features/admin-order/queries";
import type { Step } from "@/features/admin-order/useBulkStep";
import type { AdminOrder } from "@/ipc/generated/operations";
import type { BulkTarget } from "./useBulkActs";

interface BulkButtonsProps {
  picked: readonly AdminOrder[];
  /** What the filter finds is selected, loaded or not. */
  isWhole: boolean;
  filter: OrderFilter;
  running: boolean;
  onAct: (step: Step, target: BulkTarget) => void;
}

const STEPS: readonly Step[] = ["ship", "deliver"];
const ICONS = { ship: Truck, deliver: PackageCheck };

export function BulkButtons({ picked, isWhole, filter, running, onAct }: BulkButtonsProps) {
  const { t } = useTranslation("adminOrders");
  const ofWhole = useWholeTarget(filter);
  const targets = STEPS.map((step) => ({ step, target: isWhole ? ofWhole(step) : targetOf(step, picked) }));
  const isNothingReady = targets.every(({ target }) => target.count === 0);
  return targets.map(({ step, target }) => {
    const { count } = target;
    if (count === 0 && !(isNothingReady && step === "ship")) return null;
    const Icon = ICONS[step];
    return (
      <Button
        key={step}
        size="compact-sm"
        leftSection={<Icon size={14} aria-hidden />}
        disabled={count === 0 || running}
        title={count === 0 ? t("bulk.nothingReady") : undefined}
        onClick={() => onAct(step, target)}
      >
        {t(`bulk.${step}.action`, { count })}
      </Button>
    );
  });
}

function targetOf(step: Step, picked: readonly AdminOrder[]): BulkTarget {
  // An order that is picked up is handed over one by one, by its code.
  const rows = picked.filter((order) => actsOf(order)[step] && (step === "ship" || order.deliveryMethod !== "PICKUP"));
  return { rows, count: rows.length, skipped: picked.length - rows.length };
}

/** The tab of the orders whose turn it is. */
const READY = { ship: "preparing", deliver: "shipped" } as const;

/** The same for all orders of the filter, which are read page by page. */
function useWholeTarget({ tab, ...scope }: OrderFilter): (step: Step) => BulkTarget {
  const sums = useTabSums(scope);
  return (step) => {
    const ready = READY[step];
    const count = tab === "all" || tab === ready ? (sums[ready]?.count ?? 0) : 0;
    return { rows: allRowsOf({ ...scope, tab: ready }), count, skipped: (sums[tab]?.count ?? count) - count };
  };
}
