// The filters of the list of products.
import { useTranslation } from "react-i18next";
import type { ListProductsForAdmin } from "@/ipc/generated/operations";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { FilterSelect } from "@/shared/components/filters/FilterSelect";
import type { AddressFilters } from "@/shared/hooks/useAddressFilters";
import { type FilterName, SHORTAGES, STATES } from "./filter";
import { useCategoryChoices } from "./useCategoryChoices";

interface ProductFiltersProps {
  filters: AddressFilters<FilterName>;
  filter: ListProductsForAdmin;
}

export function ProductFilters({ filters, filter }: ProductFiltersProps) {
  const { t } = useTranslation("adminProducts");
  const categories = useCategoryChoices(filter.category ?? undefined);
  const { set } = filters;
  return (
    <FilterBar
      search={{ label: t("search"), value: filters.values.q, onChange: (q) => set({ q }) }}
      narrowed={filters.narrowed}
      onClear={filters.clear}
    >
      <FilterSelect label={t("column.category")} value={filter.category ?? undefined} options={categories} onChange={(category) => set({ category })} />
      <FilterSelect
        label={t("state.label")}
        value={filter.state ?? undefined}
        options={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        onChange={(state) => set({ state })}
      />
      <FilterSelect
        label={t("stock.label")}
        value={filter.stock ?? undefined}
        options={SHORTAGES.map((stock) => ({ value: stock, label: t(`stock.${stock}`) }))}
        onChange={(stock) => set({ stock })}
      />
    </FilterBar>
  );
}
