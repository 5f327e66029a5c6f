// The row of filters above a list: a search that "/" leads to, then whatever else narrows the list.
import { Button, TextInput } from "@mantine/core";
import { Search, X } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "@/shared/hooks/useShortcut";
import classes from "./FilterBar.module.css";

interface FilterBarProps {
  /** Left out where the list cannot be searched. */
  search?: { label: string; placeholder?: string; value: string | undefined; onChange: (value: string | undefined) => void };
  narrowed: boolean;
  onClear: () => void;
  /** FilterSelect, FilterDate. */
  children?: ReactNode;
}

export function FilterBar({ search, narrowed, onClear, children }: FilterBarProps) {
  const { t } = useTranslation("admin");
  return (
    <div role="search" aria-label={t("filters.label")} className={classes.bar} data-chrome>
      {search !== undefined && <SearchField {...search} />}
      {children}
      {narrowed && (
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<X size={14} aria-hidden />} onClick={onClear}>
          {t("filters.clear")}
        </Button>
      )}
    </div>
  );
}

/** Milliseconds of rest after which what was typed is searched for. */
const REST_MS = 250;

function SearchField({ label, placeholder, value = "", onChange }: NonNullable<FilterBarProps["search"]>) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address was changed elsewhere: a cleared filter, a step back.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  const apply = useEffectEvent(() => {
    const wanted = typed.trim();
    if (wanted !== value) onChange(wanted === "" ? undefined : wanted);
  });
  useEffect(() => {
    const timer = window.setTimeout(() => apply(), REST_MS);
    return () => window.clearTimeout(timer);
  }, [typed]);
  useShortcut({ code: "Slash" }, () => input.current?.focus());
  return (
    <TextInput
      ref={input}
      type="search"
      size="sm"
      className={classes.search}
      aria-label={label}
      placeholder={placeholder ?? label}
      leftSection={<Search size={16} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
