// How many points: a common amount, or any other.
import { Button, Group, NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import { typedNumber } from "@/shared/text/wholeNumber";
import { chargeable, PRESETS } from "./charge";

interface AmountFieldProps {
  amount: number | undefined;
  onAmount: (amount: number | undefined) => void;
  /** Whether the form was sent: an empty field is a fault only then. */
  asked: boolean;
}

export function AmountField({ amount, onAmount, asked }: AmountFieldProps) {
  const { t } = useTranslation("points");
  const lang = useLang();
  const fieldText = useFieldText();
  const isFault = (asked || !Number.isInteger(amount ?? 0)) && chargeable(amount) === undefined;
  return (
    <>
      <Group grow role="group" aria-label={t("charge.presets")} gap="xs">
        {PRESETS.map((preset) => (
          <Button key={preset} variant={preset === amount ? "light" : "default"} aria-pressed={preset === amount} px={4} className="tabular" onClick={() => onAmount(preset)}>
            {formatWon(preset, lang)}
          </Button>
        ))}
      </Group>
      <NumberInput
        data-autofocus
        size="md"
        label={t("charge.amount")}
        description={t("charge.hint")}
        error={isFault && fieldText({ message: "amountRange" })}
        value={amount ?? ""}
        onChange={(typed) => onAmount(numberOf(typed))}
        thousandSeparator=","
        allowNegative={false}
        maxLength={12}
        hideControls
        classNames={{ input: "tabular" }}
        {...(lang === "ko" ? { suffix: "원" } : { prefix: "₩" })}
      />
    </>
  );
}

function numberOf(typed: number | string): number | undefined {
  const number = typedNumber(typed);
  return number === "" ? undefined : number;
}
