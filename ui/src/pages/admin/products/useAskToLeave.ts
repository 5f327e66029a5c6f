// Asks for a confirmation before unsaved changes of a product are left.
import { useTranslation } from "react-i18next";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useLeaveGuard } from "@/shared/hooks/useLeaveGuard";

/** Returns a function after which the next step away is let through. */
export function useAskToLeave(unsaved: boolean): () => void {
  const { t } = useTranslation("adminProducts");
  return useLeaveGuard(unsaved, () =>
    confirm({
      title: t("form.leaveTitle"),
      changes: [t("form.leaveChange")],
      confirmLabel: t("form.leave"),
      keepLabel: t("form.stay"),
      destructive: true,
    }),
  );
}
