// The page of an unknown address, in the storefront and in the panel.
import { Button } from "@mantine/core";
import { MapPinOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { audience } from "@/shared/text/audience";

export function NotFoundPage() {
  const { t } = useTranslation("shell");
  const context = audience();
  return (
    <>
      <PageHeading title={t("notFound.title", { context })} hidden />
      <EmptyState
        icon={MapPinOff}
        title={t("notFound.title", { context })}
        description={t("notFound.description", { context })}
        action={
          <Button component={Link} to={context === "admin" ? "/admin" : "/"}>
            {t("notFound.action", { context })}
          </Button>
        }
      />
    </>
  );
}
