// An address that leads nowhere.
import { Button } from "@mantine/core";
import { MapPinOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";

export function NotFoundPage() {
  const { t } = useTranslation("shell");
  return (
    <>
      <PageHeading title={t("notFound.title")} hidden />
      <EmptyState
        icon={MapPinOff}
        title={t("notFound.title")}
        description={t("notFound.description")}
        action={
          <Button component={Link} to="/">
            {t("notFound.action")}
          </Button>
        }
      />
    </>
  );
}
