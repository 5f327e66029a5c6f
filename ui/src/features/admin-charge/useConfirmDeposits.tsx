// Confirms one deposit or many: asks with the sum, confirms one after the other, and reports each that was refused.
import { List, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "@/ipc/call";
import type { Result } from "@/ipc/result";
import { uniqueKey } from "@/ipc/uniqueKey";
import { applyResult } from "@/shared/cache/applyResult";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { type Deposit, depositKey, depositorOf, isForOrder } from "./deposit";
import { confirmable, confirmEach, type ConfirmOutcome } from "./confirmEach";
import { useRefusalText } from "./refusal";

export interface Progress {
  tried: number;
  of: number;
}

export interface ConfirmDeposits {
  /** Answers whether all of them were confirmed. */
  run: (rows: readonly Deposit[]) => Promise<boolean>;
  /** Undefined while nothing runs. */
  progress: Progress | undefined;
}

export function useConfirmDeposits(): ConfirmDeposits {
  const { t } = useTranslation("adminDeposits");
  const lang = useLang();
  const client = useQueryClient();
  const running = useRef(false);
  const [progress, setProgress] = useState<Progress>();
  const tell = useOutcome();

  const one = async (row: Deposit): Promise<Result<Deposit>> => {
    const request = { id: row.id, amount: row.amount };
    if (isForOrder(row)) {
      const paid = await call("confirm_payment", request, { idempotencyKey: uniqueKey() });
      applyResult(client, "confirm_payment", request, paid);
      return paid;
    }
    const result = await call("confirm_charge", request, { idempotencyKey: uniqueKey() });
    applyResult(client, "confirm_charge", request, result);
    return result;
  };
  const run = async (picked: readonly Deposit[]) => {
    const { rows, amount } = confirmable(picked);
    // The button is disabled only from the next paint on; a second click may come before it.
    if (running.current || rows.length === 0) return false;
    const [first] = rows;
    const what =
      rows.length === 1 && first !== undefined
        ? t("confirm.one", { name: depositorOf(first), amount: formatWon(amount, lang) })
        : t("confirm.many", { count: rows.length, shown: formatCount(rows.length, lang), amount: formatWon(amount, lang) });
    if (!(await confirm({ title: t("confirm.title"), changes: [what, ...effectsOf(rows).map((effect) => t(`confirm.${effect}`))], confirmLabel: t("confirm.action") }))) return false;
    running.current = true;
    setProgress({ tried: 0, of: rows.length });
    const outcome = await confirmEach(rows, one, (tried) => setProgress({ tried, of: rows.length }));
    running.current = false;
    setProgress(undefined);
    tell(outcome);
    return outcome.failed.length === 0;
  };
  return { run, progress };
}

/** What a confirmation of these does. */
function effectsOf(rows: readonly Deposit[]): readonly ("points" | "orders")[] {
  return (["points", "orders"] as const).filter((effect) => rows.some((row) => isForOrder(row) === (effect === "orders")));
}

function useOutcome(): (outcome: ConfirmOutcome) => void {
  const { t } = useTranslation(["adminDeposits", "common"]);
  const lang = useLang();
  const refusalText = useRefusalText();
  return ({ done, failed }) => {
    if (done.length > 0) toastSuccess(t("confirm.done", { count: done.length, shown: formatCount(done.length, lang) }));
    if (failed.length === 0) return;
    modals.open({
      title: t("confirm.failedTitle"),
      closeButtonProps: { "aria-label": t("common:close") },
      children: (
        <>
          <Text size="sm" mb="sm">
            {t("confirm.failedText", { done: formatCount(done.length, lang), failed: formatCount(failed.length, lang) })}
          </Text>
          <List size="sm" spacing={6}>
            {failed.map(({ row, error }) => (
              <List.Item key={depositKey(row)}>{t("confirm.failedRow", { name: depositorOf(row), amount: formatWon(row.amount, lang), reason: refusalText(error) })}</List.Item>
            ))}
          </List>
        </>
      ),
    });
  };
}
