// A quantity: two buttons and a field. Typed text counts when the field is left or Enter is pressed, so that a half-typed
// "12" is never sent as "1".
import { ActionIcon, Group, NumberInput } from "@mantine/core";
import { Minus, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "@/shared/hooks/useShortcut";

interface QuantityStepperProps {
  value: number;
  onChange: (value: number) => void;
  min?: number;
  /** What stock and limit allow. */
  max: number;
  /** What is counted, for screen readers: the product's name. */
  label: string;
  disabled?: boolean;
}

export function QuantityStepper({ value, onChange, min = 1, max, label, disabled = false }: QuantityStepperProps) {
  const { t } = useTranslation("common");
  const [draft, setDraft] = useState<number | string>(value);
  useEffect(() => setDraft(value), [value]);

  const commit = (next: number) => {
    const allowed = Math.min(Math.max(next, min), Math.max(max, min));
    setDraft(allowed);
    if (allowed !== value) onChange(allowed);
  };
  const isWhole = typeof draft === "number" && Number.isInteger(draft);
  const commitDraft = () => commit(isWhole ? draft : value);

  return (
    <Group gap={0} wrap="nowrap" role="group" aria-label={t("quantityOf", { name: label })}>
      <ActionIcon variant="default" size={36} aria-label={t("decrease")} disabled={disabled || value <= min} onClick={() => commit(value - 1)}>
        <Minus size={16} aria-hidden />
      </ActionIcon>
      <NumberInput
        aria-label={t("quantityOf", { name: label })}
        value={draft}
        error={draft !== "" && !isWhole}
        onChange={setDraft}
        onBlur={commitDraft}
        onKeyDown={(event) => {
          if (event.code === "Enter" && !isComposing(event.nativeEvent)) commitDraft();
        }}
        allowNegative={false}
        hideControls
        disabled={disabled}
        w={56}
        mx={4}
        styles={{ input: { textAlign: "center" } }}
        classNames={{ input: "tabular" }}
      />
      <ActionIcon variant="default" size={36} aria-label={t("increase")} disabled={disabled || value >= max} onClick={() => commit(value + 1)}>
        <Plus size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
