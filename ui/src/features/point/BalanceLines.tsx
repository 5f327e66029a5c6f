// The customer's points before and after paying; where they do not suffice, what is missing and a way to charge it.
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { Wallet } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Points } from "@/shared/components/Money";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints } from "@/shared/text/format";
import { ChargeDialog } from "./ChargeDialog";

interface BalanceLinesProps {
  balance: number;
  /** Won to pay. */
  total: number;
}

export function BalanceLines({ balance, total }: BalanceLinesProps) {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  const [charging, setCharging] = useState(false);
  const shortfall = Math.max(total - balance, 0);
  return (
    <Stack gap={8}>
      <Line label={t("balance.now")} points={balance} />
      {shortfall === 0 ? (
        <Line label={t("balance.after")} points={balance - total} />
      ) : (
        <Alert color="red" variant="light" icon={<Wallet size={18} aria-hidden />} title={t("balance.short", { points: formatPoints(shortfall, lang) })}>
          <Button size="compact-md" variant="default" onClick={() => setCharging(true)}>
            {t("balance.charge")}
          </Button>
        </Alert>
      )}
      <ChargeDialog opened={charging} onClose={() => setCharging(false)} shortfall={shortfall} balance={balance} />
    </Stack>
  );
}

function Line({ label, points }: { label: string; points: number }) {
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Points amount={points} inherit={false} fz="sm" />
    </Group>
  );
}
