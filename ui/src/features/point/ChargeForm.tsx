// Charging points: a common amount or any other, and the balance that it leads to.
import { Button, Group, NumberInput, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "@/shared/forms/Form";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints, formatWon } from "@/shared/text/format";
import { typedNumber } from "@/shared/text/wholeNumber";
import { chargeable, PRESETS } from "./charge";
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
  const fieldText = useFieldText();
  const [asked, setAsked] = useState(false);
  const charge = useCharge(onCharged);
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
        <Group grow role="group" aria-label={t("charge.presets")} gap="xs">
          {PRESETS.map((preset) => (
            <Button key={preset} variant={preset === amount ? "light" : "default"} aria-pressed={preset === amount} px={4} className="tabular" onClick={() => change(preset)}>
              {formatWon(preset, lang)}
            </Button>
          ))}
        </Group>
        <NumberInput
          data-autofocus
          size="md"
          label={t("charge.amount")}
          description={t("charge.hint")}
          error={(asked || !Number.isInteger(amount ?? 0)) && valid === undefined && fieldText({ message: "amountRange" })}
          value={amount ?? ""}
          onChange={(typed) => change(numberOf(typed))}
          thousandSeparator=","
          allowNegative={false}
          maxLength={12}
          hideControls
          classNames={{ input: "tabular" }}
          {...(lang === "ko" ? { suffix: "원" } : { prefix: "₩" })}
        />
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

function numberOf(typed: number | string): number | undefined {
  const number = typedNumber(typed);
  return number === "" ? undefined : number;
}
