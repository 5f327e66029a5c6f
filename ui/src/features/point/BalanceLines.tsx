// The customer's points before and after paying; where they do not suffice, what is missing and the way to more of them.
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { Wallet } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PointCharging } from "@/ipc/generated/operations";
import { Points } from "@/shared/components/Money";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints } from "@/shared/text/format";
import { chargeFor } from "./charge";
import { ChargeDialog } from "./ChargeDialog";

interface BalanceLinesProps {
  balance: number;
  /** Won to pay. */
  total: number;
  /** What the shop does where points are charged. */
  charging: PointCharging;
}

export function BalanceLines({ balance, total, charging }: BalanceLinesProps) {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  const shortfall = Math.max(total - balance, 0);
  return (
    <Stack gap={8}>
      <Line label={t("balance.now")} points={balance} />
      {shortfall === 0 ? (
        <Line label={t("balance.after")} points={balance - total} />
      ) : (
        <Alert color="red" variant="light" icon={<Wallet size={18} aria-hidden />} title={t("balance.short", { points: formatPoints(shortfall, lang) })}>
          <WayToPoints charging={charging} shortfall={shortfall} balance={balance} />
        </Alert>
      )}
    </Stack>
  );
}

/** Charged here at once, requested on the page of points, or asked of the shop. */
function WayToPoints({ charging, shortfall, balance }: { charging: PointCharging; shortfall: number; balance: number }) {
  const { t } = useTranslation("checkout");
  const [open, setOpen] = useState(false);
  if (charging === "OFF") return <Text size="sm">{t("balance.off")}</Text>;
  if (charging === "REQUEST") {
    return (
      <Stack gap={8} align="flex-start">
        <Text size="sm">{t("balance.requestText")}</Text>
        <Button component={Link} to={`/points?charge=${chargeFor(shortfall)}`} size="compact-md" variant="default">
          {t("balance.request")}
        </Button>
      </Stack>
    );
  }
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
        {t("balance.charge")}
      </Button>
      <ChargeDialog opened={open} onClose={() => setOpen(false)} shortfall={shortfall} balance={balance} />
    </>
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
