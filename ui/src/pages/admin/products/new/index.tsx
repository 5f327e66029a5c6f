// A new product, blank or like another one (`?from=7`).
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { copyOf } from "@/features/admin-catalog/productFields";
import { useAdminProduct } from "@/features/admin-catalog/queries";
import { BackLink } from "@/shared/components/BackLink";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { NewProductForm } from "./NewProductForm";

export default function NewProductPage() {
  const { t } = useTranslation("adminProducts");
  const from = useSearchParams()[0].get("from");
  return (
    <>
      <BackLink to="/admin/products" label={t("list")} />
      <PageHeading title={t("new")} />
      {from === null ? <NewProductForm /> : <Copy id={Number(from)} />}
    </>
  );
}

function Copy({ id }: { id: number }) {
  const { t } = useTranslation("adminProducts");
  const product = useAdminProduct(id);
  return <QueryView query={product}>{(data) => <NewProductForm key={data.id} initial={copyOf(data, t("form.copyName", { name: data.name }))} />}</QueryView>;
}
