// The active filters, each with a button to remove it, and one to remove all.
import { Button, Group } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import { type Filter, isNarrowed, withoutFilters } from "./filter";
import type { FilterPartProps } from "./FilterPanel";

interface Active {
  label: string;
  /** The filter without it. */
  without: Filter;
}

export function ActiveFilters({ filter, onChange }: FilterPartProps) {
  const { t } = useTranslation("catalog");
  const active = useActive(filter);
  if (!isNarrowed(filter)) return null;
  return (
    <Group gap={6}>
      {active.map(({ label, without }) => (
        <Button
          key={label}
          size="compact-sm"
          radius="xl"
          variant="default"
          fw={500}
          rightSection={<X size={14} aria-hidden />}
          aria-label={t("filter.takeOff", { filter: label })}
          onClick={() => onChange(without)}
        >
          {label}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange(withoutFilters(filter))}>
        {t("filter.clear")}
      </Button>
    </Group>
  );
}

function useActive(filter: Filter): Active[] {
  const { t } = useTranslation("catalog");
  const lang = useLang();
  const categoryName = useCategoryName();
  const { category, minPrice, maxPrice } = filter;
  const active: Active[] = [];
  if (category !== undefined) active.push({ label: categoryName(category), without: { ...filter, category: undefined } });
  if (minPrice !== undefined) {
    active.push({ label: t("filter.from", { price: formatWon(minPrice, lang) }), without: { ...filter, minPrice: undefined } });
  }
  if (maxPrice !== undefined) {
    active.push({ label: t("filter.upTo", { price: formatWon(maxPrice, lang) }), without: { ...filter, maxPrice: undefined } });
  }
  if (filter.inStock) active.push({ label: t("filter.inStock"), without: { ...filter, inStock: false } });
  if (filter.onSale) active.push({ label: t("filter.onSale"), without: { ...filter, onSale: false } });
  return active;
}
