// Search from every page: suggestions while typing, recent searches before, the whole list on Enter.
import { ActionIcon, Combobox, Kbd, Text, TextInput, useCombobox } from "@mantine/core";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { isComposing, useShortcut } from "@/shared/hooks/useShortcut";
import { useRecentSearches } from "./recentSearches";
import classes from "./SearchBox.module.css";
import { CLEAR_RECENT, PRODUCT, RecentSearches, Suggestions, WORDS } from "./SearchOptions";

export function SearchBox() {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useSearchText();
  const { recent, remember, clear } = useRecentSearches();
  useShortcut({ code: "Slash" }, () => input.current?.focus());
  const words = text.trim();

  const searchFor = (q: string) => {
    combobox.closeDropdown();
    if (q === "") return;
    remember(q);
    setText(q);
    void navigate(`/products?q=${encodeURIComponent(q)}`);
  };
  const empty = () => {
    setText("");
    input.current?.focus();
  };
  const choose = (option: string) => {
    if (option === CLEAR_RECENT) return clear();
    if (option.startsWith(WORDS)) return searchFor(option.slice(WORDS.length));
    combobox.closeDropdown();
    if (words !== "") remember(words);
    void navigate(`/products/${option.slice(PRODUCT.length)}`);
  };

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        searchFor(words);
      }}
    >
      <Combobox store={combobox} onOptionSubmit={choose} shadow="md" radius="md">
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
            rightSection={text === "" ? <Kbd size="xs" aria-hidden visibleFrom="sm">/</Kbd> : <ClearButton onClear={empty} />}
            rightSectionPointerEvents={text === "" ? "none" : "all"}
            classNames={{ input: classes.input }}
            value={text}
            maxLength={100}
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.openDropdown();
              combobox.resetSelectedOption();
            }}
            onKeyDown={keepComposing}
            onClick={() => combobox.openDropdown()}
            onFocus={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Offers words={words} recent={recent} />
      </Combobox>
    </form>
  );
}

/** The options below the field: recent searches while it is empty, products otherwise. */
function Offers({ words, recent }: { words: string; recent: readonly string[] }) {
  const { t } = useTranslation("shell");
  return (
    <Combobox.Dropdown hidden={words === "" && recent.length === 0}>
      <Combobox.Options aria-label={t("search.label")} mah={480} style={{ overflowY: "auto" }}>
        {words === "" ? <RecentSearches recent={recent} /> : <Suggestions text={words} />}
      </Combobox.Options>
      <Combobox.Footer>
        <Text size="xs" c="dimmed">
          {t("search.chosung")}
        </Text>
      </Combobox.Footer>
    </Combobox.Dropdown>
  );
}

/** Takes the place of the browser's own, which has no name and another look on every system. */
function ClearButton({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation("shell");
  return (
    <ActionIcon size={24} radius="xl" aria-label={t("search.clear")} onMouseDown={(event) => event.preventDefault()} onClick={onClear}>
      <X size={16} aria-hidden />
    </ActionIcon>
  );
}

/** The text follows the address: it shows what the list was searched for, and is empty elsewhere. */
function useSearchText(): [string, (text: string) => void] {
  const { pathname, search } = useLocation();
  const searched = pathname === "/products" ? (new URLSearchParams(search).get("q") ?? "") : "";
  const [text, setText] = useState(searched);
  useEffect(() => setText(searched), [searched, pathname]);
  return [text, setText];
}

/** Enter that ends a syllable must not search yet: WebKit would send the form. */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
}
