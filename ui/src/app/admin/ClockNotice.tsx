// The bar above every admin page while the clock of the computer is in doubt: nothing expires until an admin has looked at it.
import { Button } from "@mantine/core";
import { AlarmClock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAlerts } from "@/features/admin-alert/queries";
import { useConfirmClock } from "@/features/admin-system/useConfirmClock";
import { useMay } from "@/features/user/session";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime } from "@/shared/text/format";
import { Notice } from "../Notice";

export function ClockNotice() {
  const { t } = useTranslation("shell");
  const lang = useLang();
  const { data } = useAlerts();
  const { confirmClock, pending } = useConfirmClock();
  const may = useMay();
  if (data === undefined || !data.items.some(({ kind }) => kind === "CLOCK")) return <Notice />;
  // The shop's current time, which may differ from this browser's clock.
  const now = formatDateTime(data.asOf, lang);
  return (
    <Notice icon={AlarmClock} title={t("clock.title", { now })} text={t("clock.text")}>
      {may("confirm_clock") && (
        <Button variant="white" color="dark" size="compact-md" loading={pending} onClick={() => void confirmClock(now)}>
          {t("clock.confirm")}
        </Button>
      )}
    </Notice>
  );
}
