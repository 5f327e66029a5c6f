// Search from every page: suggestions while typing, recent searches before, the whole list on Enter.
import { Combobox, Group, Kbd, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Search } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { productName } from "@/features/catalog/offer";
import { useProducts } from "@/features/catalog/queries";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import { useShortcut } from "@/shared/hooks/useShortcut";
import { useRecentSearches } from "./recentSearches";

const DEBOUNCE_MS = 120;
const SUGGESTIONS = 6;

export function SearchBox() {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState("");
  const { recent, remember } = useRecentSearches();
  useShortcut({ code: "Slash" }, () => input.current?.focus());

  const searchFor = (q: string) => {
    combobox.closeDropdown();
    if (q === "") return;
    remember(q);
    setText(q);
    void navigate(`/products?q=${encodeURIComponent(q)}`);
  };
  /** Options are "p:<product id>" or "q:<words>". */
  const choose = (option: string) => {
    const value = option.slice(2);
    if (option.startsWith("q:")) return searchFor(value);
    combobox.closeDropdown();
    void navigate(`/products/${value}`);
  };

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        searchFor(text.trim());
      }}
    >
      <Combobox store={combobox} onOptionSubmit={choose} shadow="md">
        <Combobox.Target>
          <TextInput
            ref={input}
            size="md"
            radius="xl"
            variant="filled"
            type="search"
            aria-label={t("search.label")}
            placeholder={t("search.placeholder")}
            leftSection={<Search size={18} aria-hidden />}
            rightSection={text === "" ? <Kbd size="xs" aria-hidden>/</Kbd> : undefined}
            value={text}
            maxLength={100}
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onFocus={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text.trim() === "" && recent.length === 0}>
          <Combobox.Options aria-label={t("search.label")}>
            {text.trim() === "" ? <RecentSearches recent={recent} /> : <Suggestions text={text.trim()} />}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </form>
  );
}

function RecentSearches({ recent }: { recent: readonly string[] }) {
  const { t } = useTranslation("shell");
  return (
    <Combobox.Group label={t("search.recent")}>
      {recent.map((q) => (
        <Combobox.Option key={q} value={`q:${q}`}>
          {q}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}

function Suggestions({ text }: { text: string }) {
  const { t } = useTranslation("shell");
  const lang = useLang();
  const [q] = useDebouncedValue(text, DEBOUNCE_MS);
  const products = useProducts({ q, limit: SUGGESTIONS });
  const items = products.data?.items ?? [];
  if (products.isSuccess && items.length === 0) return <Combobox.Empty>{t("search.noMatch")}</Combobox.Empty>;
  return (
    <>
      {items.map((product) => (
        <Combobox.Option key={product.id} value={`p:${product.id}`}>
          <Group gap="sm" wrap="nowrap">
            <ProductImage src={product.imageUrl} alt="" size={40} />
            <Text size="sm" truncate>
              {productName(product, lang)}
            </Text>
          </Group>
        </Combobox.Option>
      ))}
      <Combobox.Option value={`q:${text}`}>
        <Text size="sm" c="dimmed">
          {t("search.all", { q: text })}
        </Text>
      </Combobox.Option>
    </>
  );
}
