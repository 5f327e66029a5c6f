// An address that leads nowhere, in either area.
import { Button } from "@mantine/core";
import { MapPinOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";

export function NotFoundPage({ panel = false }: { panel?: boolean }) {
  const { t } = useTranslation("shell");
  const text = panel ? "notFoundInPanel" : "notFound";
  return (
    <>
      <PageHeading title={t(`${text}.title`)} hidden />
      <EmptyState
        icon={MapPinOff}
        title={t(`${text}.title`)}
        description={t(`${text}.description`)}
        action={
          <Button component={Link} to={panel ? "/admin" : "/"}>
            {t(`${text}.action`)}
          </Button>
        }
      />
    </>
  );
}
