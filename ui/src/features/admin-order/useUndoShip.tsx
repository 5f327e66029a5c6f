// The offer to undo shipments: a toast for ten seconds, and a report of what could not be undone.
import { List, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "@/ipc/call";
import { uniqueKey } from "@/ipc/uniqueKey";
import { applyResult } from "@/shared/cache/applyResult";
import { errorText } from "@/shared/text/errorText";
import { toastSuccess } from "@/shared/toast";
import { toastUndoFor } from "@/shared/undo";
import type { DoneRow } from "./bulk";
import { isTooLate, type NotUndone, UNDO_MS, type UndoOutcome, undoShipments } from "./unship";

/** `message` says what was shipped, already translated. The page may be left meanwhile. */
export function useUndoShip(): (message: string, shipped: readonly DoneRow[]) => void {
  const { t } = useTranslation(["adminOrders", "common"]);
  const client = useQueryClient();

  const unship = async (id: number) => {
    const result = await call("unship_order", { id }, { idempotencyKey: uniqueKey() });
    applyResult(client, "unship_order", { id }, result);
    return result;
  };
  const undo = async (shipped: readonly DoneRow[]) => tell(await undoShipments(shipped, unship));
  const tell = ({ undone, failed }: UndoOutcome) => {
    if (failed.length === 0) return toastSuccess(t("unship.done", { count: undone.length }));
    modals.open({
      title: t("unship.failedTitle"),
      closeButtonProps: { "aria-label": t("common:close") },
      children: <Failures undone={undone.length} failed={failed} />,
    });
  };
  return (message, shipped) => toastUndoFor(UNDO_MS, message, () => void undo(shipped));
}

function Failures({ undone, failed }: { undone: number; failed: readonly NotUndone[] }) {
  const { t } = useTranslation("adminOrders");
  return (
    <>
      <Text size="sm" mb="sm">
        {t("bulk.failedText", { done: undone, failed: failed.length })}
      </Text>
      <List size="sm" spacing={6}>
        {failed.map((one) => (
          <List.Item key={one.row.id}>
            {t("bulk.failedRow", { number: one.row.orderNumber, reason: isTooLate(one) || one.error === undefined ? t("unship.tooLate") : errorText(one.error) })}
          </List.Item>
        ))}
      </List>
    </>
  );
}
