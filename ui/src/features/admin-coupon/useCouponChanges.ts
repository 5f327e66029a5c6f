// Creating, updating and deleting coupons. Each of them makes the coupons of the storefront stale.
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { AdminCoupon, CreateCoupon, UpdateCoupon } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useLang } from "@/shared/hooks/useLang";
import { type Operation, useOperation } from "@/shared/hooks/useOperation";
import { formatCount } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";

interface Saving {
  create: (request: CreateCoupon, idempotencyKey: string) => ReturnType<Operation<"create_coupon">["run"]>;
  update: (request: UpdateCoupon, idempotencyKey: string) => ReturnType<Operation<"update_coupon">["run"]>;
  pending: boolean;
}

/** `onRefused` answers true when the form shows the refusal itself. */
export function useSaveCoupon(onRefused: (error: ShopError) => boolean): Saving {
  const { t } = useTranslation("adminCoupons");
  const create = useOperation("create_coupon", { onSuccess: ({ name }) => toastSuccess(t("created", { name })), onError: onRefused });
  const update = useOperation("update_coupon", { onSuccess: ({ name }) => toastSuccess(t("saved", { name })), onError: onRefused });
  return {
    create: (request, idempotencyKey) => create.run(request, { idempotencyKey }),
    update: (request, idempotencyKey) => update.run(request, { idempotencyKey }),
    pending: create.pending || update.pending,
  };
}

/** Asks, then removes a coupon; customers keep what they hold of it. */
export function useDeleteCoupon(): { remove: (coupon: AdminCoupon) => Promise<boolean>; pending: boolean } {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const operation = useOperation("delete_coupon");

  const remove = async (coupon: AdminCoupon) => {
    const { id, name, issuedQuantity, usedQuantity } = coupon;
    const held = issuedQuantity - usedQuantity;
    const changes = [t("delete.gone", { name }), t("delete.final")];
    if (held > 0) changes.splice(1, 0, t("delete.held", { count: held, shown: formatCount(held, lang) }));
    const agreed = await confirm({ title: t("delete.title"), changes, confirmLabel: t("delete.confirm"), destructive: true });
    if (!agreed) return false;
    const done = await operation.run({ id }, { idempotencyKey: uniqueKey() });
    if (done.kind === "ok") toastSuccess(t("delete.done", { name }));
    return done.kind === "ok";
  };
  return { remove, pending: operation.pending };
}
