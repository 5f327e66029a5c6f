// Shows a page of the panel to the roles that may see it, and tells the others which role it needs. The shop itself refuses them
// too.
import { Button } from "@mantine/core";
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, Outlet } from "react-router";
import { permits } from "@/features/user/roles";
import { useRole } from "@/features/user/session";
import type { AdminRole } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";

export function RequireRole({ least }: { least: AdminRole }) {
  return permits(useRole(), least) ? <Outlet /> : <NeedsRole least={least} />;
}

function NeedsRole({ least }: { least: AdminRole }) {
  const { t } = useTranslation("admin");
  const action = (
    <Button component={Link} to="/admin">
      {t("needsRole.action")}
    </Button>
  );
  return (
    <>
      <PageHeading title={t("area")} hidden />
      <EmptyState icon={Lock} title={t("needsRole.title", { role: t(`role.${least}`) })} description={t("needsRole.text")} action={action} />
    </>
  );
}
