// Charging points at once: the amount, and the balance that it leads to.
import { Button, Group, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "@/shared/forms/Form";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints, formatWon } from "@/shared/text/format";
import { AmountField } from "./AmountField";
import { chargeable } from "./charge";
import { useCharge } from "./useCharge";

interface ChargeFormProps {
  /** Points before the charge. */
  balance: number;
  amount: number | undefined;
  onAmount: (amount: number | undefined) => void;
  onCharged: () => void;
}

export function ChargeForm({ balance, amount, onAmount, onCharged }: ChargeFormProps) {
  const { t } = useTranslation("points");
  const lang = useLang();
  const [asked, setAsked] = useState(false);
  const charge = useCharge(() => {
    // The empty field is that of the next charge, which was not sent yet.
    setAsked(false);
    onCharged();
  });
  const valid = chargeable(amount);

  const change = (next: number | undefined) => {
    setAsked(false);
    charge.renew();
    onAmount(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (valid !== undefined) void charge.run(valid);
  };

  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <AmountField amount={amount} onAmount={change} asked={asked} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t("charge.after")}
          </Text>
          <Text fw={700} className="tabular" aria-live="polite">
            {formatPoints(balance + (valid ?? 0), lang)}
          </Text>
        </Group>
        <Button type="submit" size="md" loading={charge.pending} className="tabular">
          {valid === undefined ? t("charge.submitEmpty") : t("charge.submit", { amount: formatWon(valid, lang) })}
        </Button>
      </Stack>
    </Form>
  );
}
