// Creating an account.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function RegisterPage() {
  const { t } = useTranslation("auth");
  return <PageHeading title={t("register.title")} />;
}
