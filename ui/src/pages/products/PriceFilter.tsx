// The price range: common ranges to press, and two fields for any other. What is typed counts on Enter or
// when the fields are left, so that "1" on the way to "10000" is never searched for.
import { Group, NumberInput, Stack, Text, UnstyledButton } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import { withPrices } from "./filter";
import type { FilterPartProps } from "./FilterPanel";
import classes from "./Products.module.css";

const RANGES: readonly { min?: number; max?: number }[] = [
  { max: 10_000 },
  { min: 10_000, max: 30_000 },
  { min: 30_000, max: 50_000 },
  { min: 50_000 },
];
const HIGHEST = 9_999_999_999;

export function PriceFilter({ filter, onChange }: FilterPartProps) {
  return (
    <Stack gap="sm">
      <CommonRanges filter={filter} onChange={onChange} />
      <TypedRange filter={filter} onChange={onChange} />
    </Stack>
  );
}

function CommonRanges({ filter, onChange }: FilterPartProps) {
  const { t } = useTranslation("catalog");
  const lang = useLang();
  const label = ({ min, max }: { min?: number; max?: number }) => {
    if (min === undefined) return t("filter.upTo", { price: formatWon(max ?? 0, lang) });
    if (max === undefined) return t("filter.from", { price: formatWon(min, lang) });
    return t("filter.between", { min: formatWon(min, lang), max: formatWon(max, lang) });
  };
  return (
    <Stack gap={2}>
      {RANGES.map((range) => {
        const chosen = filter.minPrice === range.min && filter.maxPrice === range.max;
        return (
          <UnstyledButton
            key={label(range)}
            className={classes.range}
            aria-pressed={chosen}
            onClick={() => onChange(chosen ? withPrices(filter, undefined, undefined) : withPrices(filter, range.min, range.max))}
          >
            {label(range)}
          </UnstyledButton>
        );
      })}
    </Stack>
  );
}

function TypedRange({ filter, onChange }: FilterPartProps) {
  const { t } = useTranslation("catalog");
  const [min, setMin] = useState<number | string>(filter.minPrice ?? "");
  const [max, setMax] = useState<number | string>(filter.maxPrice ?? "");

  const commit = () => {
    const next = withPrices(filter, typed(min), typed(max));
    if (next.minPrice !== filter.minPrice || next.maxPrice !== filter.maxPrice) onChange(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    commit();
  };
  const field = {
    size: "sm",
    min: 0,
    max: HIGHEST,
    clampBehavior: "strict",
    allowNegative: false,
    thousandSeparator: ",",
    hideControls: true,
    classNames: { input: "tabular" },
    onBlur: commit,
  } as const;
  return (
    <form onSubmit={submit}>
      <Group gap={6} wrap="nowrap">
        <NumberInput {...field} aria-label={t("filter.minPrice")} placeholder={t("filter.lowest")} value={min} onChange={setMin} error={isFaulty(min)} />
        <Text c="dimmed" aria-hidden>
          ~
        </Text>
        <NumberInput {...field} aria-label={t("filter.maxPrice")} placeholder={t("filter.highest")} value={max} onChange={setMax} error={isFaulty(max)} />
      </Group>
      <button type="submit" hidden aria-hidden tabIndex={-1} />
    </form>
  );
}

function typed(value: number | string): number | undefined {
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
}

function isFaulty(value: number | string): boolean {
  return value !== "" && typed(value) === undefined;
}
