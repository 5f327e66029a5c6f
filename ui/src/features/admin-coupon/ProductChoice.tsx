// Choosing the products that a coupon is for: found by their names as one types, kept as a row of pills.
import { Loader, MultiSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { productName } from "@/shared/text/names";
import { useFoundProducts, useNamedProducts } from "./queries";

/** As many as the shop takes for one coupon. */
const MOST = 100;
const TYPING_MS = 200;

interface ProductChoiceProps {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  disabled: boolean;
  error: ReactNode;
}

export function ProductChoice({ value, onChange, disabled, error }: ProductChoiceProps) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useFoundProducts(q, opened);
  const named = useNamedProducts(value);

  const names = new Map<string, string>(value.map((id) => [id, `#${id}`]));
  for (const product of [...(named.data ?? []), ...(found.data ?? [])]) names.set(String(product.id), productName(product, lang));
  return (
    <MultiSelect
      label={t("form.products")}
      description={t("form.productsHint")}
      placeholder={value.length === 0 ? t("form.productsSearch") : undefined}
      data={[...names].map(([id, label]) => ({ value: id, label }))}
      // The shop has found them already, also by initial consonants, which a search in the label would not.
      filter={({ options }) => options}
      value={[...value]}
      onChange={onChange}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpened(true)}
      maxValues={MOST}
      hidePickedOptions
      nothingFoundMessage={found.isPending ? t("form.productsLooking") : t("form.productsNone")}
      rightSection={found.isFetching ? <Loader size={16} /> : undefined}
      disabled={disabled}
      error={error}
      // The list itself scrolls, with the option that the arrows are at in sight.
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: "auto" } }}
    />
  );
}
