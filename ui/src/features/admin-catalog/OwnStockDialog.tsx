// A product with stock gets its first option: what becomes of its own units is asked, so that none of them is lost unsaid.
import { Button, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import type { OptionsEdit } from "./useOptionsEdit";

export function OwnStockDialog({ edit: { rows, ownUnits, endOwnStock } }: { edit: OptionsEdit }) {
  const { t } = useTranslation(["adminProducts", "common"]);
  const lang = useLang();
  const first = rows.find(({ id, state }) => id === undefined && state !== "DELETED");
  const close = () => endOwnStock(undefined);
  return (
    <Modal opened={ownUnits !== undefined} onClose={close} title={t("ownStock.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      <Stack gap="md">
        <Text size="sm">{t("ownStock.text", { shown: formatCount(ownUnits ?? 0, lang) })}</Text>
        <Button onClick={() => endOwnStock("MOVE")} data-autofocus>{t("ownStock.move", { name: first?.name.trim() ?? "" })}</Button>
        <Button variant="default" onClick={() => endOwnStock("WRITE_OFF")}>{t("ownStock.writeOff")}</Button>
        <Button variant="subtle" color="gray" onClick={close}>{t("common:cancel")}</Button>
      </Stack>
    </Modal>
  );
}
