// An admin confirms that the clock of the computer is right, after reading the consequences.
import { useTranslation } from "react-i18next";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";

export function useConfirmClock() {
  const { t } = useTranslation("shell");
  const operation = useOperation("confirm_clock", {
    onSuccess: () => toastSuccess(t("clock.confirmed")),
  });
  const confirmClock = async (now: string) => {
    const changes = [t("clock.consequence")];
    const sure = await confirm({ title: t("clock.sure", { now }), changes, confirmLabel: t("clock.confirm"), destructive: true });
    if (sure) await operation.run({});
  };
  return { confirmClock, pending: operation.pending };
}
