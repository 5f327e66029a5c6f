// Charges once for one intention: the key lives until the amount changes or the charge went through.
import { useTranslation } from "react-i18next";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatPoints, formatWon } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";

export interface Charge {
  /** Charges so many won, 1,000 to 10,000,000. */
  run: (amount: number) => Promise<unknown>;
  pending: boolean;
  /** To be called when the amount changes: another amount is another intention. */
  renew: () => void;
}

export function useCharge(onCharged: () => void): Charge {
  const { t } = useTranslation("points");
  const lang = useLang();
  const { key, renew } = useIdempotencyKey();
  const operation = useOperation("charge_points", {
    onSuccess: ({ amount, balanceAfter }) => {
      renew();
      toastSuccess(t("charge.done", { amount: formatWon(amount, lang), balance: formatPoints(balanceAfter, lang) }));
      onCharged();
    },
  });
  return { run: (amount) => operation.run({ amount }, { idempotencyKey: key }), pending: operation.pending, renew };
}
