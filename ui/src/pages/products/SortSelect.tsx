// The order of the list.
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Filter, SORTS, sortsFor } from "./filter";

interface SortSelectProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

export function SortSelect({ filter, onChange }: SortSelectProps) {
  const { t } = useTranslation("catalog");
  return (
    <NativeSelect
      aria-label={t("sort.label")}
      value={filter.sort}
      data={sortsFor(filter.q).map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      onChange={(event) => {
        const chosen = SORTS.find((sort) => sort === event.currentTarget.value);
        if (chosen !== undefined) onChange({ ...filter, sort: chosen });
      }}
    />
  );
}
