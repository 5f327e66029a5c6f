// Charging on the way to paying: it starts from what is missing, rounded up.
import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chargeFor } from "./charge";
import { ChargeForm } from "./ChargeForm";

interface ChargeDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The missing points; 0 where none are missing. */
  shortfall: number;
  balance: number;
}

export function ChargeDialog({ opened, onClose, ...rest }: ChargeDialogProps) {
  const { t } = useTranslation(["points", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} title={t("charge.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      <Content onClose={onClose} {...rest} />
    </Modal>
  );
}

/** Lives only while the dialog is open, so that each opening starts from what is missing then. */
function Content({ onClose, shortfall, balance }: Omit<ChargeDialogProps, "opened">) {
  const [amount, setAmount] = useState<number | undefined>(chargeFor(shortfall));
  return <ChargeForm balance={balance} amount={amount} onAmount={setAmount} onCharged={onClose} />;
}
