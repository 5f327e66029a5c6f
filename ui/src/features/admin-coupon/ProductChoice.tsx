// Choosing the products that a coupon is for: found by their names as one types, kept as a row of pills.
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { productName } from "@/shared/text/names";
import { FoundMultiSelect } from "./FoundMultiSelect";
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
    <FoundMultiSelect
      label={t("form.products")}
      description={t("form.productsHint")}
      placeholder={t("form.productsSearch")}
      labels={names}
      onOpen={() => setOpened(true)}
      onType={setTyped}
      most={MOST}
      {...{ found, value, onChange, typed, disabled, error }}
    />
  );
}
