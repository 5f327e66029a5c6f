// One product for admins that do not set prices: its options and figures to read, and its stock to adjust.
import { Button, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProductStateBadge } from "@/features/admin-catalog/ProductStateBadge";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import type { AdminProduct } from "@/ipc/generated/operations";
import { Facts } from "@/shared/components/Facts";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { PageHeading } from "@/shared/components/PageHeading";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { productName } from "@/shared/text/names";
import { StockPart } from "./StockPart";
import classes from "../products.module.css";

export function ProductFacts({ product }: { product: AdminProduct }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const categoryName = useCategoryName();
  const gone = product.state === "DELETED";
  const facts = [
    { label: t("column.category"), value: categoryName(product.category) },
    { label: t("column.price"), value: <Money amount={product.basePrice} /> },
    { label: t("form.sku"), value: product.sku ?? "–" },
    { label: t("form.barcode"), value: product.barcode ?? "–" },
    { label: t("column.limit"), value: product.limitedQuantity ? formatCount(product.limitedQuantity, lang) : "–" },
  ];
  const shopView = !gone && (
    <Button component={Link} to={`/products/${product.id}`} variant="default">
      {t("detail.shopView")}
    </Button>
  );
  return (
    <>
      <PageHeading title={productName(product, lang)} shown={<NameText name={product.name} nameEn={product.nameEn} />} beside={<ProductStateBadge state={product.state} />} aside={shopView} />
      <div className={classes.columns}>
        <div className={classes.parts}>
          <TitledPanel title={t("detail.title")}>
            <Facts facts={facts} />
          </TitledPanel>
          {product.options.length > 0 && (
            <TitledPanel title={t("column.options")}>
              <Options product={product} />
            </TitledPanel>
          )}
        </div>
        <div className={classes.parts}>
          <StockPart product={product} disabled={gone} />
        </div>
      </div>
    </>
  );
}

function Options({ product: { options } }: { product: AdminProduct }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  return (
    <Table className="tabular" aria-label={t("column.options")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("column.name")}</Table.Th>
          <Table.Th ta="right">{t("column.price")}</Table.Th>
          <Table.Th ta="right">{t("column.stock")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {options.map((option) => (
          <Table.Tr key={option.id}>
            <Table.Td>
              <NameText name={option.name} nameEn={option.nameEn} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={option.price} />
            </Table.Td>
            <Table.Td ta="right">{formatCount(option.availableQuantity, lang)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
