// Ships or delivers the selected orders: confirms, takes one after the other, and reports each.
import { List, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTranslation } from "react-i18next";
import type { BulkOutcome, BulkRows } from "@/features/admin-order/bulk";
import { type BulkStep, type Step, useBulkStep } from "@/features/admin-order/useBulkStep";
import { useUndoShip } from "@/features/admin-order/useUndoShip";
import { confirm } from "@/shared/components/ConfirmDialog";
import { errorText } from "@/shared/text/errorText";
import { toastError, toastSuccess } from "@/shared/toast";

/** What a step would change. */
export interface BulkTarget extends BulkRows {
  /** Selected orders for which it is not their turn. */
  skipped: number;
}

export interface BulkActs extends Pick<BulkStep, "progress" | "stop"> {
  /** Answers whether all that could be changed were. */
  act: (step: Step, target: BulkTarget) => Promise<boolean>;
}

export function useBulkActs(): BulkActs {
  const { t } = useTranslation(["adminOrders", "common"]);
  const { run, stop, progress } = useBulkStep();
  const offerUndo = useUndoShip();

  const act = async (step: Step, target: BulkTarget) => {
    const changes = [t(`bulk.${step}.changes`, { count: target.count })];
    if (step === "ship") changes.push(t("bulk.customers"));
    if (target.skipped > 0) changes.push(t(`bulk.${step}.skipped`, { count: target.skipped }));
    if (!(await confirm({ title: t(`bulk.${step}.title`), changes, confirmLabel: t(`bulk.${step}.confirm`) }))) return false;
    const outcome = await run(step, target);
    if (outcome === undefined) return false;
    tell(step, outcome);
    return outcome.failed.length === 0 && outcome.left === 0;
  };

  const tell = (step: Step, { done, failed, left, broken }: BulkOutcome) => {
    if (broken !== undefined) toastError(broken);
    const count = done.length;
    const message = left > 0 ? t(`bulk.${step}.stopped`, { count, left }) : t(`bulk.${step}.done`, { count });
    if (step === "ship" && count > 0) offerUndo(message, done);
    else if (left > 0 || failed.length === 0) toastSuccess(message);
    if (failed.length === 0) return;
    modals.open({
      title: t(`bulk.${step}.failedTitle`),
      closeButtonProps: { "aria-label": t("common:close") },
      children: (
        <>
          <Text size="sm" mb="sm">
            {t("bulk.failedText", { done: count, failed: failed.length })}
          </Text>
          <List size="sm" spacing={6}>
            {failed.map(({ row: { id, orderNumber }, error }) => (
              <List.Item key={id}>{t("bulk.failedRow", { number: orderNumber, reason: errorText(error) })}</List.Item>
            ))}
          </List>
        </>
      ),
    });
  };
  return { act, stop, progress };
}
