// One-time codes for forgotten passwords. A code is kept only in the state of the component that shows it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminUser, ResetCode } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useOperation } from "@/shared/hooks/useOperation";

export interface ResetCodeActs {
  /** The one that was made just now; the shop does not tell it again. */
  made: ResetCode | undefined;
  pending: boolean;
  make: (user: Pick<AdminUser, "id" | "name">) => Promise<void>;
  forget: () => void;
}

export function useResetCode(): ResetCodeActs {
  const { t } = useTranslation("adminCustomers");
  const [made, setMade] = useState<ResetCode>();
  const operation = useOperation("make_reset_code", { onSuccess: setMade });
  return {
    made,
    pending: operation.pending,
    make: async ({ id, name }) => {
      const changes = [t("resetCode.replaces"), t("resetCode.stays"), t("resetCode.ends")];
      const agreed = await confirm({ title: t("resetCode.title", { name }), changes, confirmLabel: t("resetCode.confirm") });
      if (agreed) await operation.run({ id });
    },
    forget: () => setMade(undefined),
  };
}
