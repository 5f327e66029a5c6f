// The server that serves browsers. It is controlled from the window; in a browser this part says so.
import { MonitorSmartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ServerPanel } from "@/features/server/ServerPanel";
import { host } from "@/ipc/host";
import { EmptyState } from "@/shared/components/EmptyState";
import classes from "./system.module.css";

export function ServerPart() {
  const { t } = useTranslation("adminSystem");
  if (host() !== "window") return <EmptyState icon={MonitorSmartphone} title={t("server.title")} description={t("server.text")} />;
  return (
    <div className={classes.narrow}>
      <ServerPanel />
    </div>
  );
}
