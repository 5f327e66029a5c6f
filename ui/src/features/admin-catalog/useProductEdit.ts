// Editing a product that other admins may edit too: what is saved is compared with what was read, and a difference is shown.
import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { AdminProduct } from "@/ipc/generated/operations";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useLang } from "@/shared/hooks/useLang";
import { fillAdminProduct } from "@/shared/cache/answers";
import { useOperation } from "@/shared/hooks/useOperation";
import { productName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";
import { showTakenCode } from "./codeTaken";
import { fieldsOf, type ProductFields, productFields, sameFields, updateRequest } from "./productFields";

export interface ProductEdit {
  form: UseFormReturn<ProductFields>;
  isDirty: boolean;
  pending: boolean;
  save: () => void;
  /** The product as another admin has saved it meanwhile. */
  conflict: AdminProduct | undefined;
  keepMine: () => void;
  takeTheirs: () => void;
  decideLater: () => void;
}

export function useProductEdit(product: AdminProduct): ProductEdit {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const form = useForm<ProductFields>({ resolver: zodResolver(productFields), defaultValues: fieldsOf(product) });
  const [base, setBase] = useState(product);
  const [conflict, setConflict] = useState<AdminProduct>();
  const { isDirty } = form.formState;
  const adopt = useAdopt();

  const startFrom = (current: AdminProduct) => {
    setBase(current);
    setConflict(undefined);
    form.reset(fieldsOf(current));
  };
  const update = useOperation("update_product", {
    onSuccess: (saved) => {
      startFrom(saved);
      toastSuccess(t("form.saved", { name: productName(saved, lang) }));
    },
    onError: (error) => {
      const current = currentOf(error);
      setConflict(current);
      return current !== undefined || showTakenCode(error, form, t) || showRefusedFields(error, form);
    },
  });
  const saveOver = (seen: AdminProduct) => void form.handleSubmit((typed) => update.run(updateRequest(typed, seen)))();

  useEffect(() => {
    if (product.updatedAt <= base.updatedAt) return;
    // A picture, an option, a stock level: nothing that this form would overwrite.
    const untouched = sameFields(fieldsOf(product), fieldsOf(base));
    if (!untouched && isDirty) return;
    setBase(product);
    if (!untouched) form.reset(fieldsOf(product));
  }, [product, base, isDirty, form]);

  return {
    form,
    isDirty,
    pending: update.pending,
    save: () => saveOver(base),
    conflict,
    keepMine: () => conflict !== undefined && saveOver(conflict),
    takeTheirs: () => {
      if (conflict === undefined) return;
      adopt(conflict);
      startFrom(conflict);
    },
    decideLater: () => setConflict(undefined),
  };
}

/** Puts the product of a CONFLICT into the cache, so that the page does not return to older data. */
export function useAdopt(): (product: AdminProduct) => void {
  const client = useQueryClient();
  return (product) => fillAdminProduct(client, product);
}

/** The product of a CONFLICT. */
export function currentOf(error: ShopError): AdminProduct | undefined {
  if (error.code !== "CONFLICT" || !("current" in error.details)) return undefined;
  const { current } = error.details;
  return "basePrice" in current ? current : undefined;
}
