// The staff of the shop: all admins with their roles, and what an owner changes of them.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read } from "@/ipc/call";
import type { ShopError } from "@/ipc/errors";
import type { AdminRole, Staff } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";

export function useStaff() {
  return useQuery({ queryKey: keys.staff, queryFn: () => read("list_staff", {}), staleTime: 0 });
}

export interface StaffActs {
  setRole: (staff: Staff, role: AdminRole) => Promise<void>;
  remove: (staff: Staff) => Promise<void>;
  restore: (staff: Staff) => Promise<void>;
  pending: boolean;
  /** The last owner was to be changed. */
  isLastOwner: boolean;
}

export function useStaffActs(): StaffActs {
  const { t } = useTranslation(["adminStaff", "admin"]);
  const roleOf = (role: AdminRole) => t(`admin:role.${role}`);
  // The page says at its head why the last owner stays.
  const onError = (error: ShopError) => error.code === "CONFLICT";
  const setting = useOperation("set_staff_role", { onSuccess: ({ name, role }) => toastSuccess(t("role.done", { name, role: roleOf(role) })), onError });
  const removing = useOperation("remove_staff", { onError });
  const restoring = useOperation("set_user_state", { onSuccess: ({ name }) => toastSuccess(t("restore.done", { name })) });
  const refused = [setting.error, removing.error].some((error) => error?.code === "CONFLICT");
  return {
    setRole: async ({ id, name, role: before }, role) => {
      const changes = [t("role.change", { before: roleOf(before), after: roleOf(role) }), t(`may.${role}`), t("role.atOnce")];
      const agreed = await confirm({ title: t("role.title", { name }), changes, confirmLabel: t("role.confirm") });
      if (!agreed) return;
      removing.reset();
      await setting.run({ id, role }, { idempotencyKey: uniqueKey() });
    },
    remove: async ({ id, name, email }) => {
      const changes = [t("remove.signIn", { name, email }), t("remove.sessions"), t("remove.log")];
      const agreed = await confirm({ title: t("remove.title", { name }), changes, confirmLabel: t("remove.confirm"), destructive: true });
      if (!agreed) return;
      setting.reset();
      const removed = await removing.run({ id }, { idempotencyKey: uniqueKey() });
      if (removed.kind === "ok") toastSuccess(t("remove.done", { name }));
    },
    restore: async ({ id, name, email, role }) => {
      const changes = [t("restore.signIn", { name, email }), t("restore.role", { role: roleOf(role) })];
      const agreed = await confirm({ title: t("restore.title", { name }), changes, confirmLabel: t("restore.confirm") });
      if (agreed) await restoring.run({ id, state: "NORMAL" }, { idempotencyKey: uniqueKey() });
    },
    pending: setting.pending || removing.pending || restoring.pending,
    isLastOwner: refused,
  };
}
