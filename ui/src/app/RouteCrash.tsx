// The page after an error while rendering. The header and its links stay.
import { Button } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { toShopError } from "@/ipc/errors";
import { EmptyState } from "@/shared/components/EmptyState";
import { audience } from "@/shared/text/audience";

export function RouteCrash() {
  const { t } = useTranslation("shell");
  const error = toShopError(useRouteError());
  return (
    <EmptyState
      icon={TriangleAlert}
      title={t("crashed.title", { context: audience() })}
      description={`${t("crashed.description", { context: audience() })} (${error.message})`}
      action={<Button onClick={() => window.location.reload()}>{t("crashed.action")}</Button>}
    />
  );
}
