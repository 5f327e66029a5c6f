// The server settings, for admins in the window. A browser is served by that server and cannot change them.
import { Button } from "@mantine/core";
import { ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ServerPanel } from "@/features/server/ServerPanel";
import { permits } from "@/features/user/roles";
import { useSession } from "@/features/user/session";
import { leastRoles } from "@/ipc/generated/operations";
import { host } from "@/ipc/host";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import classes from "./settings.module.css";

export default function SettingsPage() {
  const { t } = useTranslation("server");
  const { customer } = useSession();
  const allowed = customer?.type === "ADMIN" && permits(customer.role ?? undefined, leastRoles.update_settings) && host() === "window";
  return (
    <div className={classes.page}>
      <PageHeading title={t("title")} />
      {allowed ? <ServerPanel /> : <NotHere />}
    </div>
  );
}

function NotHere() {
  const { t } = useTranslation("server");
  const action = (
    <Button component={Link} to="/" variant="default">
      {t("notHere.action")}
    </Button>
  );
  return <EmptyState icon={ShieldCheck} title={t("notHere.title")} description={t("notHere.text")} action={action} />;
}
