// Ships the selected orders: confirms, ships one after the other, and reports each.
import { List, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTranslation } from "react-i18next";
import { actsOf } from "@/features/admin-order/acts";
import type { BulkOutcome } from "@/features/admin-order/bulk";
import { type BulkShip, useBulkShip } from "@/features/admin-order/useBulkShip";
import type { AnyOrder } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { errorText } from "@/shared/text/errorText";
import { toastSuccess } from "@/shared/toast";

export interface Shipping extends Pick<BulkShip, "progress" | "stop"> {
  /** Answers whether all that could be shipped was. */
  ship: (picked: readonly AnyOrder[]) => Promise<boolean>;
}

export function useShipping(): Shipping {
  const { t } = useTranslation(["adminOrders", "common"]);
  const { run, stop, progress } = useBulkShip();

  const ship = async (picked: readonly AnyOrder[]) => {
    const ready = picked.filter((order) => actsOf(order).ship);
    const skipped = picked.length - ready.length;
    const changes = [t("bulk.changes", { count: ready.length }), t("bulk.customers")];
    if (skipped > 0) changes.push(t("bulk.skipped", { count: skipped }));
    if (!(await confirm({ title: t("bulk.title"), changes, confirmLabel: t("bulk.confirm") }))) return false;
    const outcome = await run(ready.map(({ id }) => id));
    if (outcome === undefined) return false;
    tell(outcome, ready);
    return outcome.failed.length === 0 && outcome.left === 0;
  };

  const tell = ({ done, failed, left }: BulkOutcome, orders: readonly AnyOrder[]) => {
    if (left > 0) toastSuccess(t("bulk.stopped", { count: done, left }));
    else if (failed.length === 0) toastSuccess(t("bulk.done", { count: done }));
    if (failed.length === 0) return;
    const numbers = new Map(orders.map(({ id, orderNumber }) => [id, orderNumber]));
    modals.open({
      title: t("bulk.failedTitle"),
      closeButtonProps: { "aria-label": t("common:close") },
      children: (
        <>
          <Text size="sm" mb="sm">
            {t("bulk.failedText", { done, failed: failed.length })}
          </Text>
          <List size="sm" spacing={6}>
            {failed.map(({ id, error }) => (
              <List.Item key={id}>{t("bulk.failedRow", { number: numbers.get(id) ?? String(id), reason: errorText(error) })}</List.Item>
            ))}
          </List>
        </>
      ),
    });
  };
  return { ship, stop, progress };
}
