// The panel beside the balance and its history, in which points are charged.
import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChargeForm } from "@/features/point/ChargeForm";
import { Panel } from "@/shared/components/Panel";

interface ChargePanelProps {
  /** Points before the charge. */
  balance: number;
  amount: number | undefined;
  onAmount: (amount: number | undefined) => void;
}

export function ChargePanel(props: ChargePanelProps) {
  const { t } = useTranslation("points");
  return (
    <Panel>
      <Title order={2} size="h3" mb="md">
        {t("charge.title")}
      </Title>
      <ChargeForm {...props} onCharged={() => props.onAmount(undefined)} />
    </Panel>
  );
}
