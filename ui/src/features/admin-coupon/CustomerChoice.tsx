// Choosing customers: found by name, e-mail or phone as one types, kept as a row of pills.
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FoundMultiSelect } from "./FoundMultiSelect";
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
    <FoundMultiSelect
      label={t("grant.customers")}
      placeholder={t("grant.customersSearch")}
      onChange={choose}
      onOpen={() => setOpened(true)}
      onType={setTyped}
      most={MOST}
      {...{ labels, found, value, typed }}
    />
  );
}
