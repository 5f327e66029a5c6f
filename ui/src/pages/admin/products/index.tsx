// All products as the admin keeps them: found, sorted, changed where they stand, and many at once.
import { Button, Group } from "@mantine/core";
import { PackageOpen, Plus, Upload } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useAdminProducts } from "@/features/admin-catalog/queries";
import { StockDialog } from "@/features/admin-catalog/StockDialog";
import { useProductActs } from "@/features/admin-catalog/useProductActs";
import { useMay } from "@/features/user/session";
import type { AdminProduct } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { ExportButton } from "@/shared/components/ExportButton";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { PageHeading } from "@/shared/components/PageHeading";
import { DataTable } from "@/shared/components/table/DataTable";
import { useSelection } from "@/shared/components/table/useSelection";
import { useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { useLang } from "@/shared/hooks/useLang";
import { rememberList } from "@/shared/listAddress";
import { productName } from "@/shared/text/names";
import { BulkActs } from "./BulkActs";
import { filterOf, NAMES } from "./filter";
import { ProductFilters } from "./ProductFilters";
import { useProductColumns } from "./useProductColumns";

export default function ProductsPage() {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const filters = useAddressFilters(NAMES, ["sort"]);
  const filter = filterOf(filters.values);
  const list = useAdminProducts(filter);
  const selection = useSelection();
  const acts = useProductActs(selection.clear);
  const [adjusted, setAdjusted] = useState<AdminProduct>();
  const may = useMay();
  const columns = useProductColumns(setAdjusted);
  const { pathname, search } = useLocation();
  useEffect(() => rememberList(pathname, search), [pathname, search]);
  return (
    <>
      <PageHeading title={t("title")} aside={<WaysToMore />} />
      <ProductFilters filters={filters} filter={filter} />
      <DataTable
        name="products"
        label={t("list")}
        list={list}
        columns={columns}
        idOf={idOf}
        nameOf={(product) => productName(product, lang)}
        to={(product) => `/admin/products/${product.id}`}
        sorting={{ value: filter.sort ?? "newest", onChange: (sort) => filters.set({ sort: sort === "newest" ? undefined : sort }) }}
        selection={may("update_product") ? selection : undefined}
        bulk={(products) => <BulkActs products={products} acts={acts} />}
        empty={filters.narrowed ? <NothingMatches onClear={filters.clear} /> : <NoProducts />}
      />
      <StockDialog product={adjusted} onClose={() => setAdjusted(undefined)} />
    </>
  );
}

/** One function for all renders, so that the picked rows are not looked for again each time. */
function idOf({ id }: AdminProduct): number {
  return id;
}

function WaysToMore() {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const may = useMay();
  return (
    <Group gap="xs">
      {may("export_products") && <ExportButton operation="export_products" request={{ language: lang }} file="products" />}
      {may("import_products") && (
        <Button component={Link} to="/admin/products/import" variant="subtle" color="gray" leftSection={<Upload size={18} aria-hidden />}>
          {t("import")}
        </Button>
      )}
      {may("create_product") && (
        <Button component={Link} to="/admin/products/new" leftSection={<Plus size={18} aria-hidden />}>
          {t("new")}
        </Button>
      )}
    </Group>
  );
}

function NoProducts() {
  const { t } = useTranslation("adminProducts");
  const action = useMay()("create_product") && (
    <Button component={Link} to="/admin/products/new">
      {t("none.action")}
    </Button>
  );
  return <EmptyState icon={PackageOpen} title={t("none.title")} description={t("none.description")} action={action} />;
}
