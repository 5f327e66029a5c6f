// Every movement of a product's stock with its cause, actor, reason, and the stock after it.
import { Box, Text } from "@mantine/core";
import { History } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useAdminProduct, useStockMovements } from "@/features/admin-catalog/queries";
import { levelOf } from "@/features/admin-catalog/stockChange";
import { StockAt } from "@/features/admin-catalog/StockAt";
import { shopError } from "@/ipc/errors";
import type { AdminProduct, StockMovement } from "@/ipc/generated/operations";
import { BackLink } from "@/shared/components/BackLink";
import { EmptyState } from "@/shared/components/EmptyState";
import { ErrorState } from "@/shared/components/ErrorState";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { FilterSelect } from "@/shared/components/filters/FilterSelect";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { PageHeading } from "@/shared/components/PageHeading";
import { RowsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { DataTable } from "@/shared/components/table/DataTable";
import { useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDateTime } from "@/shared/text/format";
import { productName } from "@/shared/text/names";
import { useMovementColumns } from "./useMovementColumns";

export default function MovementsPage() {
  const { t } = useTranslation("adminProducts");
  const id = Number(useParams().id);
  const product = useAdminProduct(id);
  if (!Number.isSafeInteger(id)) return <ErrorState error={shopError("PRODUCT_NOT_FOUND", {})} />;
  return (
    <>
      <BackLink to={`/admin/products/${id}`} label={t("movements.back")} />
      {product.data === undefined && <PageHeading title={t("movements.list")} />}
      <QueryView query={product} skeleton={<RowsSkeleton rows={10} />}>{(data) => <Movements product={data} />}</QueryView>
    </>
  );
}

function Movements({ product }: { product: AdminProduct }) {
  const { t } = useTranslation(["adminProducts", "adminAsOf"]);
  const lang = useLang();
  const filters = useAddressFilters(["option"]);
  const option = product.options.find(({ id }) => String(id) === filters.values.option);
  const list = useStockMovements(product.id, option?.id);
  const hasOptions = product.options.length > 0;
  const columns = useMovementColumns(hasOptions);
  return (
    <>
      <PageHeading
        title={t("movements.title", { name: productName(product, lang) })}
        aside={<Text fw={600} className="tabular">{t("movements.now", { shown: formatCount(levelOf(product, option?.id), lang) })}</Text>}
      />
      {hasOptions && (
        <FilterBar narrowed={filters.narrowed} onClear={filters.clear}>
          <FilterSelect
            label={t("movements.option")}
            value={option === undefined ? undefined : String(option.id)}
            options={product.options.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(next) => filters.set({ option: next })}
          />
        </FilterBar>
      )}
      <Box mb="md">
        <TitledPanel title={t("adminAsOf:title")} hint={hasOptions && option === undefined ? t("adminAsOf:chooseOption") : t("adminAsOf:hint")}>
          {(!hasOptions || option !== undefined) && <StockAt key={option?.id} productId={product.id} optionId={option?.id} />}
        </TitledPanel>
      </Box>
      <DataTable
        name="movements"
        label={t("movements.list")}
        list={list}
        columns={columns}
        idOf={idOf}
        nameOf={({ createdAt }) => formatDateTime(createdAt, lang)}
        empty={
          option === undefined ? (
            <EmptyState icon={History} title={t("movements.emptyTitle")} description={t("movements.emptyText")} />
          ) : (
            <NothingMatches onClear={filters.clear} />
          )
        }
      />
    </>
  );
}

function idOf({ id }: StockMovement): number {
  return id;
}
