// Blocking and unblocking a user. Blocking takes effect at once, so a dialog lists its effects first.
import { modals } from "@mantine/modals";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { UserDetail } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";

export interface Blocking {
  block: (detail: UserDetail) => Promise<void>;
  unblock: (detail: UserDetail) => Promise<void>;
  pending: boolean;
}

/** Whether the shop has other admins, but no other owner. */
function isOfOwner(error: ShopError): boolean {
  return error.code === "CONFLICT" && "reason" in error.details && error.details.reason === "LAST_OWNER";
}

export function useBlocking(): Blocking {
  const { t } = useTranslation(["adminCustomers", "common"]);
  const operation = useOperation("set_user_state", {
    onSuccess: ({ name, state }) => toastSuccess(t(state === "INACTIVE" ? "block.done" : "unblock.done", { name })),
    onError: (error) => {
      if (error.code !== "CONFLICT") return undefined;
      modals.open({ title: t("block.lastTitle"), children: t(isOfOwner(error) ? "block.lastOwnerText" : "block.lastText"), closeButtonProps: { "aria-label": t("common:close") } });
      return true;
    },
  });
  return {
    block: async ({ user, totals }) => {
      const changes = [t("block.signIn", { name: user.name, email: user.email }), t("block.orders"), t("block.points")];
      if (totals.sessions > 0) changes.splice(1, 0, t("block.sessions", { count: totals.sessions }));
      const agreed = await confirm({ title: t("block.title", { name: user.name }), changes, confirmLabel: t("block.confirm"), destructive: true });
      if (agreed) await operation.run({ id: user.id, state: "INACTIVE" }, { idempotencyKey: uniqueKey() });
    },
    unblock: async ({ user }) => {
      const changes = [t("unblock.signIn", { name: user.name, email: user.email })];
      const agreed = await confirm({ title: t("unblock.title", { name: user.name }), changes, confirmLabel: t("unblock.confirm") });
      if (agreed) await operation.run({ id: user.id, state: "NORMAL" }, { idempotencyKey: uniqueKey() });
    },
    pending: operation.pending,
  };
}
