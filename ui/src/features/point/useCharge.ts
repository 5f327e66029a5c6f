// Charges or requests points once for one intention: the key lives until something of it changes or it went through. The shop
// decides which of the two it is, and the answer says so.
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { ChargedPoints, ChargeRequest } from "@/ipc/generated/operations";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatPoints, formatWon } from "@/shared/text/format";
import { toastError, toastSuccess } from "@/shared/toast";
import { chargeConflictOf } from "./chargeConflict";

export interface Charge {
  /** Charges so many won, 1,000 to 10,000,000; a depositor is named only where the shop takes requests. */
  run: (amount: number, depositorName?: string) => Promise<unknown>;
  pending: boolean;
  /** To be called when something of it changes: another amount is another intention. */
  renew: () => void;
}

/** Whether the points are only requested, and a deposit has to come first. */
export function isRequested(answer: ChargedPoints): answer is ChargeRequest {
  return "depositorName" in answer;
}

export function useCharge(onDone: () => void): Charge {
  const { t } = useTranslation("points");
  const lang = useLang();
  const { key, renew } = useIdempotencyKey();
  const words = (answer: ChargedPoints) => {
    const amount = formatWon(answer.amount, lang);
    return isRequested(answer) ? t("request.done", { amount }) : t("charge.done", { amount, balance: formatPoints(answer.balanceAfter, lang) });
  };
  const refused = (error: ShopError) => {
    const conflict = chargeConflictOf(error);
    if (conflict !== undefined) toastError(error, t(`conflict.${conflict}`));
    return conflict !== undefined;
  };
  const operation = useOperation("charge_points", {
    onSuccess: (answer) => {
      renew();
      toastSuccess(words(answer));
      onDone();
    },
    onError: refused,
  });
  const run = (amount: number, depositorName?: string) => operation.run({ amount, depositorName }, { idempotencyKey: key });
  return { run, pending: operation.pending, renew };
}
