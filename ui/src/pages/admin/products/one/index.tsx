// One product: everything about it that can be changed, and its stock.
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useAdminProduct } from "@/features/admin-catalog/queries";
import { useMay } from "@/features/user/session";
import { shopError } from "@/ipc/errors";
import { BackLink } from "@/shared/components/BackLink";
import { ErrorState } from "@/shared/components/ErrorState";
import { PageHeading } from "@/shared/components/PageHeading";
import { Delayed, PanelShapes } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import classes from "../products.module.css";
import { ProductEditor } from "./ProductEditor";
import { ProductFacts } from "./ProductFacts";

export default function ProductPage() {
  const { t } = useTranslation("adminProducts");
  const id = Number(useParams().id);
  const product = useAdminProduct(id);
  const may = useMay();
  return (
    <>
      <BackLink to="/admin/products" label={t("list")} />
      {product.data === undefined && <PageHeading title={t("detail.title")} />}
      {Number.isSafeInteger(id) ? (
        <QueryView query={product} skeleton={<Shapes />}>
          {(data) => (may("update_product") ? <ProductEditor key={data.id} product={data} /> : <ProductFacts product={data} />)}
        </QueryView>
      ) : (
        <ErrorState error={shopError("PRODUCT_NOT_FOUND", {})} />
      )}
    </>
  );
}

function Shapes() {
  return (
    <Delayed>
      <div className={classes.columns}>
        <PanelShapes className={classes.parts} heights={[22.9, 13.5, 3.9, 12]} />
        <PanelShapes className={classes.parts} heights={[21.4, 24]} />
      </div>
    </Delayed>
  );
}
