// What the customer asks of the delivery: one of the usual sentences, or one's own words.
import { Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MEMO_PRESETS } from "./memoPresets";

/** Characters, as the shop allows them. */
const LONGEST = 200;
const OWN = "own";

interface DeliveryMemoProps {
  memo: string;
  onChange: (memo: string) => void;
  disabled: boolean;
}

export function DeliveryMemo({ memo, onChange, disabled }: DeliveryMemoProps) {
  const { t } = useTranslation("checkout");
  const [choice, setChoice] = useState<string | null>(null);
  const choose = (next: string | null) => {
    setChoice(next);
    const preset = MEMO_PRESETS.find((name) => name === next);
    onChange(preset === undefined ? "" : t(`memo.preset.${preset}`));
  };
  const options = [...MEMO_PRESETS.map((name) => ({ value: name, label: t(`memo.preset.${name}`) })), { value: OWN, label: t("memo.own") }];
  return (
    <Stack gap="xs">
      <Select
        label={t("memo.label")}
        placeholder={t("memo.none")}
        size="md"
        data={options}
        value={choice}
        onChange={choose}
        disabled={disabled}
        clearable
        clearButtonProps={{ "aria-label": t("memo.clear"), size: "44px" }}
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
