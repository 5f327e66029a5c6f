// Chooses one of a few in a FilterBar. It says by its label what it narrows, and can be taken off by itself.
import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./FilterBar.module.css";

interface FilterSelectProps {
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

export function FilterSelect({ label, value, options, onChange }: FilterSelectProps) {
  const { t } = useTranslation("admin");
  return (
    <Select
      size="sm"
      className={classes.select}
      data-set={value !== undefined || undefined}
      aria-label={label}
      placeholder={label}
      data={options}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      clearable
      clearButtonProps={{ "aria-label": `${t("filters.clear")}: ${label}`, "aria-hidden": false, tabIndex: 0, size: "24px" }}
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
    />
  );
}
