// Charging: a common amount or any other, and the balance that it leads to.
import { Button, Group, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "@/shared/components/Panel";
import { Form } from "@/shared/forms/Form";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { formatPoints, formatWon } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { chargeable, PRESETS } from "./amount";

interface ChargeFormProps {
  /** Points before the charge. */
  balance: number;
  amount: number | undefined;
  onAmount: (amount: number | undefined) => void;
}

export function ChargeForm({ balance, amount, onAmount }: ChargeFormProps) {
  const { t } = useTranslation("points");
  const lang = useLang();
  const fieldText = useFieldText();
  const [asked, setAsked] = useState(false);
  const charge = useCharge(() => change(undefined));
  const valid = chargeable(amount);
  const refused = asked && valid === undefined;

  const change = (next: number | undefined) => {
    setAsked(false);
    charge.renew();
    onAmount(next);
  };
  const submit = () => {
    setAsked(true);
    if (valid !== undefined) void charge.run(valid);
  };

  return (
    <Panel p="xl">
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <Title order={2} size="h3">
            {t("charge.title")}
          </Title>
          <Group grow role="group" aria-label={t("charge.presets")} gap="xs">
            {PRESETS.map((preset) => (
              <Button key={preset} variant={preset === amount ? "light" : "default"} aria-pressed={preset === amount} px="xs" className="tabular" onClick={() => change(preset)}>
                {formatWon(preset, lang)}
              </Button>
            ))}
          </Group>
          <NumberInput
            size="md"
            label={t("charge.amount")}
            description={t("charge.hint")}
            error={refused && fieldText({ message: "amountRange" })}
            value={amount ?? ""}
            onChange={(typed) => change(typeof typed === "number" ? typed : undefined)}
            thousandSeparator=","
            allowDecimal={false}
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
    </Panel>
  );
}

/** Charges once for one intention: the key lives until the amount changes or the charge went through. */
function useCharge(onCharged: () => void) {
  const { t } = useTranslation("points");
  const lang = useLang();
  const { key, renew } = useIdempotencyKey();
  const operation = useOperation("charge_points", {
    forgets: [keys.points, keys.session],
    onSuccess: ({ amount, balanceAfter }) => {
      toastSuccess(t("charge.done", { amount: formatWon(amount, lang), balance: formatPoints(balanceAfter, lang) }));
      onCharged();
    },
  });
  return { run: (amount: number) => operation.run({ amount }, { idempotencyKey: key }), pending: operation.pending, renew };
}
