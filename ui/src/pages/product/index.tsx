// One product.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function ProductPage() {
  const { t } = useTranslation("product");
  return <PageHeading title={t("title")} />;
}
