// The connection to the shop, in a browser: tells when the server cannot be reached, and refreshes the pages when it is
// back or when another user has signed in in another tab. In the window this never happens.
import { Button, Loader } from "@mantine/core";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { Unplug } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { isReachable, reachAgain, watchOtherUser, watchReach } from "@/ipc/connection";
import { audience } from "@/shared/text/audience";
import classes from "./Connection.module.css";
import { router } from "./router";

export function Connection() {
  const { t } = useTranslation("shell");
  const client = useQueryClient();
  const reachable = useSyncExternalStore(watchReach, isReachable);
  // It is outside of the pages and needs an update when the area changes.
  const context = useSyncExternalStore(watchPages, audience);
  useEffect(() => keepUp(client), [client]);
  return (
    <div role="status" className={classes.place} data-chrome>
      {!reachable && (
        <div className={classes.bar}>
          <Unplug size={22} aria-hidden className={classes.icon} />
          <div className={classes.words}>
            <strong>{t("unreachable.title", { context })}</strong>
            <span>{t("unreachable.text", { context })}</span>
          </div>
          <Loader size={16} color="currentColor" aria-hidden />
          <Button variant="white" color="dark" size="compact-md" onClick={reachAgain}>
            {t("unreachable.retry")}
          </Button>
        </div>
      )}
    </div>
  );
}

function watchPages(tell: () => void): () => void {
  return router.subscribe(tell);
}

/** Ends with the returned function. */
export function keepUp(client: QueryClient): () => void {
  const leaveUser = watchOtherUser(() => void client.resetQueries());
  const leaveReach = watchReach((reachable) => {
    if (reachable) void client.invalidateQueries();
  });
  return () => {
    leaveUser();
    leaveReach();
  };
}
