// What the customer wished for.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function WishesPage() {
  const { t } = useTranslation("me");
  return <PageHeading title={t("wishes.title")} />;
}
