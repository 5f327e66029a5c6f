// Adjusts points once for one request, also when the answer is lost and the button is pressed again.
import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { AdminUser } from "@/ipc/generated/operations";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { formatPoints } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import type { AdjustFields } from "./adjusting";

interface Adjusting {
  /** `amount` is signed. */
  run: (amount: number, reason: string) => Promise<unknown>;
  pending: boolean;
  /** What no field is to blame for. */
  error: ShopError | null;
}

export function useAdjustPoints(user: AdminUser, form: UseFormReturn<AdjustFields>, onDone: () => void): Adjusting {
  const { t } = useTranslation("adminCustomers");
  const lang = useLang();
  const { keyFor, failed } = useRequestKey();
  const operation = useOperation("adjust_points", {
    onSuccess: ({ balanceAfter }) => {
      toastSuccess(t("adjust.done", { name: user.name, balance: formatPoints(balanceAfter, lang) }));
      onDone();
    },
    onError: (error) => {
      failed(error);
      showRefusedFields(error, form);
      return true;
    },
  });
  const run = (amount: number, reason: string) => {
    const request = { id: user.id, amount, reason };
    return operation.run(request, { idempotencyKey: keyFor(request) });
  };
  const atField = Object.keys(form.formState.errors).length > 0;
  return { run, pending: operation.pending, error: atField ? null : operation.error };
}
