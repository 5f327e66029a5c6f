// Confirms a deposit from its row. Where the row is narrow the words take two lines.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function ConfirmButton({ busy, onClick }: { busy: boolean; onClick: () => void }) {
  const { t } = useTranslation("adminDeposits");
  return (
    <Button size="compact-sm" h="auto" maw="100%" py={4} lh={1.3} styles={{ label: { whiteSpace: "normal" } }} disabled={busy} onClick={onClick}>
      {t("confirm.action")}
    </Button>
  );
}
