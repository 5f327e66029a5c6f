// The form of the stock dialog: its fields, its rules, and one request.
import { zodResolver } from "@hookform/resolvers/zod";
import type { FormEvent } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { ShopError } from "@/ipc/errors";
import type { AdminProduct } from "@/ipc/generated/operations";
import { text } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatCount } from "@/shared/text/format";
import { productName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";
import { isWhole } from "./numbers";
import { ADJUSTMENTS } from "./stockChange";

const fields = z
  .object({ kind: z.enum(ADJUSTMENTS), optionId: z.number().optional(), quantity: z.union([z.number(), z.literal("")], "number"), reason: text(200) })
  .refine(({ kind, quantity }) => (kind === "SET" ? isWhole(quantity, 0, 1_000_000_000) : isWhole(quantity, 1, 1_000_000)), { path: ["quantity"], message: "range" });
type Fields = z.infer<typeof fields>;

export type StockForm = UseFormReturn<Fields>;

interface StockFormState {
  form: StockForm;
  submit: (event: FormEvent) => void;
  pending: boolean;
  error: ShopError | null;
}

export function useStockForm(product: AdminProduct, onDone: () => void): StockFormState {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const { key, renew } = useIdempotencyKey();
  const form = useForm<Fields>({
    resolver: zodResolver(fields),
    defaultValues: { kind: "INCREASE", optionId: product.options[0]?.id, quantity: "", reason: "" },
  });
  const adjust = useOperation("adjust_stock", {
    onSuccess: ({ before, after }) => {
      const figures = { before: formatCount(before, lang), after: formatCount(after, lang) };
      toastSuccess(t("adjust.done", { name: productName(product, lang), ...figures }));
      onDone();
    },
    // Another quantity is another request. An error is shown in the dialog, where it can be corrected.
    onError: (error) => {
      renew();
      showRefusedFields(error, form);
      return true;
    },
  });
  const submit = form.handleSubmit(({ kind, optionId, quantity, reason }) =>
    adjust.run({ id: product.id, productOptionId: optionId, type: kind, quantity: Number(quantity), reason }, { idempotencyKey: key }),
  );
  return { form, submit: (event) => void submit(event), pending: adjust.pending, error: adjust.error };
}
