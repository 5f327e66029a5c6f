// Charging points on the way to paying: the amount is what is missing, rounded up, and can be changed.
import { Button, Group, Modal, NumberInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Points } from "@/shared/components/Money";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { formatPoints } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { chargeFor, isChargeable } from "./charge";

const QUICK = [10_000, 50_000, 100_000] as const;

interface ChargeDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Points that are missing; 0 when one only wants some. */
  shortfall: number;
  balance: number;
}

export function ChargeDialog({ opened, onClose, ...rest }: ChargeDialogProps) {
  const { t } = useTranslation(["checkout", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} title={t("charge.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      <ChargeForm onClose={onClose} {...rest} />
    </Modal>
  );
}

/** Lives only while the dialog is open, so that each opening starts from what is missing then. */
function ChargeForm({ onClose, shortfall, balance }: Omit<ChargeDialogProps, "opened">) {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  const [amount, setAmount] = useState<number | string>(chargeFor(shortfall));
  const { key, renew } = useIdempotencyKey();
  const charge = useOperation("charge_points", {
    forgets: [keys.points, keys.session, keys.cart],
    onSuccess: (transaction) => {
      toastSuccess(t("charge.done", { points: formatPoints(transaction.amount, lang) }));
      onClose();
    },
  });
  const valid = isChargeable(amount);
  const change = (next: number | string) => {
    setAmount(next);
    renew();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isChargeable(amount)) void charge.run({ amount }, { idempotencyKey: key });
      }}
    >
      <Stack>
        <NumberInput
          data-autofocus
          label={t("charge.amount")}
          description={t("charge.range")}
          error={valid ? undefined : t("charge.outOfRange")}
          value={amount}
          onChange={change}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          suffix={lang === "ko" ? "원" : " won"}
          hideControls
          size="md"
        />
        <Group gap="xs">
          {QUICK.map((more) => (
            <Button key={more} variant="default" size="compact-md" onClick={() => change((typeof amount === "number" ? amount : 0) + more)}>
              +{formatPoints(more, lang)}
            </Button>
          ))}
        </Group>
        <Group justify="space-between">
          <Text c="dimmed">{t("charge.after")}</Text>
          <Points amount={balance + (typeof amount === "number" ? amount : 0)} fw={600} />
        </Group>
        <Button type="submit" size="md" loading={charge.pending} disabled={!valid}>
          {t("charge.submit")}
        </Button>
      </Stack>
    </form>
  );
}
