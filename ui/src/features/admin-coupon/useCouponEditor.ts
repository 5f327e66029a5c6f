// The state of the coupon form, for a new or an existing coupon: its values, the version that they are compared with, and
// the answer of the shop.
import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import type { ShopError } from "@/ipc/errors";
import type { AdminCoupon, CreateCoupon, UpdateCoupon } from "@/ipc/generated/operations";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { blankFields, changeOf, type CouponFields, couponRules, fieldsOf, requestOf } from "./fields";
import { useSaveCoupon } from "./useCouponChanges";

export interface CouponEditor {
  form: UseFormReturn<CouponFields>;
  /** The coupon as this form has last seen it; undefined for a new one. */
  seen: AdminCoupon | undefined;
  /** What another admin has saved meanwhile. */
  theirs: AdminCoupon | undefined;
  /** The shop's error, where it belongs to no field. */
  error: ShopError | null;
  pending: boolean;
  submit: () => void;
  keepMine: () => void;
  takeTheirs: () => void;
  putOff: () => void;
}

export function useCouponEditor(coupon: AdminCoupon | undefined, onSaved: () => void): CouponEditor {
  const [seen, setSeen] = useState(coupon);
  const [theirs, setTheirs] = useState<AdminCoupon>();
  const [error, setError] = useState<ShopError | null>(null);
  const form = useForm<CouponFields>({
    resolver: zodResolver(couponRules(seen?.issuedQuantity ?? 0)),
    defaultValues: coupon === undefined ? blankFields(new Date()) : fieldsOf(coupon),
  });
  const { keyFor, failed } = useRequestKey();
  const saving = useSaveCoupon((refusal) => {
    failed(refusal);
    const current = currentOf(refusal);
    if (current !== undefined) setTheirs(current);
    else if (!showRefusedFields(refusal, form)) setError(refusal);
    return true;
  });
  const create = (request: CreateCoupon) => saving.create(request, keyFor(request));
  const update = (request: UpdateCoupon) => saving.update(request, keyFor(request));

  const save = async (typed: CouponFields, over: AdminCoupon | undefined) => {
    setError(null);
    const saved = over === undefined ? await create(requestOf(typed)) : await update(changeOf(typed, over));
    if (saved.kind === "ok") onSaved();
  };
  const decide = (next: AdminCoupon) => {
    setSeen(next);
    setTheirs(undefined);
  };
  return {
    form,
    seen,
    theirs,
    error,
    pending: saving.pending,
    submit: () => void form.handleSubmit((typed) => save(typed, seen))(),
    keepMine: () => {
      if (theirs === undefined) return;
      decide(theirs);
      void form.handleSubmit((typed) => save(typed, theirs))();
    },
    takeTheirs: () => {
      if (theirs === undefined) return;
      form.reset(fieldsOf(theirs));
      decide(theirs);
    },
    putOff: () => setTheirs(undefined),
  };
}

/** The coupon of a CONFLICT. */
function currentOf(error: ShopError): AdminCoupon | undefined {
  if (error.code !== "CONFLICT" || !("current" in error.details)) return undefined;
  const { current } = error.details;
  return "issuedQuantity" in current ? current : undefined;
}
