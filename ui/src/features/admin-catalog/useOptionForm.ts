// The form behind the option dialog. An option is saved against the product that it was read with; a difference is shown.
import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, useState } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { ShopError } from "@/ipc/errors";
import type { AdminProduct, AdminProductOption, ProductOptionState } from "@/ipc/generated/operations";
import { text } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";
import { isWhole, MOST_WON } from "./numbers";
import { currentOf, useAdopt } from "./useProductEdit";

export const OPTION_STATES = ["NORMAL", "DISCONTINUED", "DELETED"] as const satisfies readonly ProductOptionState[];

const amount = z.union([z.number(), z.literal("")], "number");
const fields = z.object({
  name: text(100),
  price: amount.refine((typed) => isWhole(typed, 0, MOST_WON), "range"),
  stock: amount.refine((typed) => isWhole(typed, 0, 1_000_000_000), "range"),
  state: z.enum(OPTION_STATES),
});
type Fields = z.infer<typeof fields>;

interface Conflict {
  product: AdminProduct;
  /** Undefined where it was deleted. */
  option: AdminProductOption | undefined;
}

export interface OptionForm {
  form: UseFormReturn<Fields>;
  submit: (event: FormEvent) => void;
  pending: boolean;
  error: ShopError | null;
  conflict: Conflict | undefined;
  keepMine: () => void;
  takeTheirs: () => void;
  decideLater: () => void;
}

export function useOptionForm(product: AdminProduct, option: AdminProductOption | undefined, onDone: () => void): OptionForm {
  const { t } = useTranslation("adminProducts");
  const form = useForm<Fields>({ resolver: zodResolver(fields), defaultValues: valuesOf(product, option) });
  const [conflict, setConflict] = useState<Conflict>();
  const { key } = useIdempotencyKey();
  const adopt = useAdopt();
  const finish = (words: string) => {
    toastSuccess(words);
    onDone();
  };
  const refused = (error: ShopError) => {
    const current = currentOf(error);
    if (current !== undefined) setConflict({ product: current, option: current.options.find(({ id }) => id === option?.id) });
    else showRefusedFields(error, form);
    return true;
  };
  const add = useOperation("add_product_option", { onSuccess: (_, { name }) => finish(t("options.added", { name })), onError: refused });
  const update = useOperation("update_product_option", { onSuccess: (_, { name }) => finish(t("options.saved", { name })), onError: refused });

  const saveOver = (updatedAt: string) =>
    form.handleSubmit(async ({ name, price, stock, state }) => {
      const values = { id: product.id, name, price: Number(price) };
      if (option === undefined) await add.run({ ...values, stock: Number(stock) }, { idempotencyKey: key });
      else await update.run({ ...values, optionId: option.id, state, updatedAt });
    });
  const error = option === undefined ? add.error : update.error;
  return {
    form,
    submit: (event) => void saveOver(product.updatedAt)(event),
    pending: add.pending || update.pending,
    error: error !== null && currentOf(error) === undefined ? error : null,
    conflict,
    keepMine: () => conflict !== undefined && void saveOver(conflict.product.updatedAt)(),
    takeTheirs: () => {
      if (conflict !== undefined) adopt(conflict.product);
      onDone();
    },
    decideLater: () => setConflict(undefined),
  };
}

function valuesOf(product: AdminProduct, option: AdminProductOption | undefined): Fields {
  if (option === undefined) return { name: "", price: product.basePrice, stock: 0, state: "NORMAL" };
  return { name: option.name, price: option.basePrice, stock: 0, state: option.state };
}
