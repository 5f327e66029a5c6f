// The form of the stock dialog: its fields, its rules, and one request.
import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, useState } from "react";
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
import { ADJUSTMENTS, levelOf } from "./stockChange";

const fields = z
  .object({ kind: z.enum(ADJUSTMENTS), optionId: z.number().optional(), quantity: z.union([z.number(), z.literal("")], "number"), reason: text(200) })
  .refine(({ kind, quantity }) => (kind === "SET" ? isWhole(quantity, 0, 1_000_000_000) : isWhole(quantity, 1, 1_000_000)), { path: ["quantity"], message: "range" });
type Fields = z.infer<typeof fields>;

export type StockForm = UseFormReturn<Fields>;

/** The stock as it was seen, and as it is. */
export interface MovedStock {
  seenQuantity: number;
  availableQuantity: number;
}

interface StockFormState {
  form: StockForm;
  /** The product as it was when the dialog was opened: what is counted is compared with these figures. */
  seen: AdminProduct;
  submit: (event: FormEvent) => void;
  /** The last count was refused, because the stock had changed since it was seen. */
  moved: MovedStock | undefined;
  /** Sends the count again, now that the current stock has been seen. */
  setAnyway: () => void;
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
  const [seen] = useState(product);
  const moved = movedStock(adjust.error);
  const send = (seenLevel?: number) =>
    form.handleSubmit(({ kind, optionId, quantity, reason }) => {
      const seenQuantity = kind === "SET" ? (seenLevel ?? levelOf(seen, optionId)) : undefined;
      return adjust.run({ id: product.id, productOptionId: optionId, type: kind, quantity: Number(quantity), seenQuantity, reason }, { idempotencyKey: key });
    });
  const submit = (event: FormEvent) => void send()(event);
  const setAnyway = () => void send(moved?.availableQuantity)();
  return { form, seen, submit, moved, setAnyway, pending: adjust.pending, error: adjust.error };
}

function movedStock(error: ShopError | null): MovedStock | undefined {
  if (error?.code !== "CONFLICT" || !("seenQuantity" in error.details)) return undefined;
  const { seenQuantity, availableQuantity } = error.details;
  return { seenQuantity, availableQuantity };
}
