// A choice of several among what the shop finds as one types; what was chosen is kept as a row of pills.
import { Loader, MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface FoundMultiSelectProps {
  label: string;
  description?: string;
  /** Shown while nothing is chosen. */
  placeholder: string;
  /** By value: those that were found, and those that were chosen. */
  labels: ReadonlyMap<string, string>;
  found: { isPending: boolean; isFetching: boolean };
  value: readonly string[];
  onChange: (values: string[]) => void;
  typed: string;
  onType: (typed: string) => void;
  onOpen: () => void;
  most: number;
  disabled?: boolean;
  error?: ReactNode;
}

export function FoundMultiSelect({ labels, found, value, placeholder, typed, onType, onOpen, most, ...field }: FoundMultiSelectProps) {
  const { t } = useTranslation("adminCoupons");
  return (
    <MultiSelect
      {...field}
      placeholder={value.length === 0 ? placeholder : undefined}
      data={[...labels].map(([each, label]) => ({ value: each, label }))}
      // The shop has found them already, also by initial consonants, which a search in the label would not.
      filter={({ options }) => options}
      value={[...value]}
      searchable
      searchValue={typed}
      onSearchChange={onType}
      onDropdownOpen={onOpen}
      maxValues={most}
      hidePickedOptions
      nothingFoundMessage={found.isPending ? t("form.productsLooking") : t("form.productsNone")}
      rightSection={found.isFetching ? <Loader size={16} /> : undefined}
      // The list itself scrolls, with the option that the arrows are at in sight.
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: "auto" } }}
    />
  );
}
