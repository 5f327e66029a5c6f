// All products, searched and filtered.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function ProductsPage() {
  const { t } = useTranslation("catalog");
  return <PageHeading title={t("title")} />;
}
