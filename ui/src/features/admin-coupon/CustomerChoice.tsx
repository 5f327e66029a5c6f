// Choosing customers: found by name, e-mail or phone as one types, kept as a row of pills.
import { Loader, MultiSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFoundCustomers } from "./queries";

/** As many as one grant takes by name. */
const MOST = 1_000;
const TYPING_MS = 200;

interface CustomerChoiceProps {
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

export function CustomerChoice({ value, onChange }: CustomerChoiceProps) {
  const { t } = useTranslation("adminCoupons");
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState(false);
  /** Those that were chosen; the next search does not find them again. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useFoundCustomers(q, opened);

  const labels = new Map(chosen);
  for (const { id, name, email } of found.data ?? []) labels.set(String(id), `${name} (${email})`);
  const choose = (ids: string[]) => {
    setChosen(new Map(ids.map((id) => [id, labels.get(id) ?? `#${id}`])));
    onChange(ids);
  };
  return (
    <MultiSelect
      label={t("grant.customers")}
      placeholder={value.length === 0 ? t("grant.customersSearch") : undefined}
      data={[...labels].map(([id, label]) => ({ value: id, label }))}
      // The shop has found them already, also by initial consonants, which a search in the label would not.
      filter={({ options }) => options}
      value={[...value]}
      onChange={choose}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpened(true)}
      maxValues={MOST}
      hidePickedOptions
      nothingFoundMessage={found.isPending ? t("form.productsLooking") : t("form.productsNone")}
      rightSection={found.isFetching ? <Loader size={16} /> : undefined}
      // The list itself scrolls, with the option that the arrows are at in sight.
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: "auto" } }}
    />
  );
}
