// What the customer asks of the delivery: one of the usual sentences, or one's own words.
import { Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MEMO_PRESETS } from "./memoPresets";

/** Characters, as the shop allows them. */
const LONGEST = 200;
const NONE = "none";
const OWN = "own";

interface DeliveryMemoProps {
  memo: string;
  onChange: (memo: string) => void;
  disabled: boolean;
}

export function DeliveryMemo({ memo, onChange, disabled }: DeliveryMemoProps) {
  const { t } = useTranslation("checkout");
  const [choice, setChoice] = useState(NONE);
  const choose = (next: string | null) => {
    setChoice(next ?? NONE);
    const preset = MEMO_PRESETS.find((name) => name === next);
    onChange(preset === undefined ? "" : t(`memo.preset.${preset}`));
  };
  const options = [
    { value: NONE, label: t("memo.none") },
    ...MEMO_PRESETS.map((name) => ({ value: name, label: t(`memo.preset.${name}`) })),
    { value: OWN, label: t("memo.own") },
  ];
  return (
    <Stack gap="xs">
      <Select
        label={t("memo.label")}
        size="md"
        data={options}
        value={choice}
        onChange={choose}
        disabled={disabled}
        allowDeselect={false}
        checkIconPosition="right"
      />
      {choice === OWN && (
        <TextInput
          size="md"
          aria-label={t("memo.own")}
          placeholder={t("memo.ownHint")}
          value={memo}
          maxLength={LONGEST}
          disabled={disabled}
          autoFocus
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
}
