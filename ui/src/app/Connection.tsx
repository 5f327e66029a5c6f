// The connection to the shop, in a browser: tells when the server cannot be reached, and refreshes the pages when it is
// back or when another user has signed in in another tab. In the window this never happens.
import { Button, Loader } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { Unplug } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { isReachable, reachAgain, watchOtherUser, watchReach } from "@/ipc/connection";
import { audience } from "@/shared/text/audience";
import classes from "./Connection.module.css";
import { router } from "./router";

/** The distance from the window's edge, and the bar's own padding and border. */
const BELOW_PX = 50;

export function Connection() {
  const { t } = useTranslation("shell");
  const client = useQueryClient();
  const reachable = useSyncExternalStore(watchReach, isReachable);
  // It is outside of the pages and needs an update when the area changes.
  const context = useSyncExternalStore(watchPages, audience);
  const isPageWanted = useSyncExternalStore(watchPages, isOnItsWay);
  const { ref, height } = useElementSize<HTMLDivElement>();
  // Toasts stand above it (Connection.module.css).
  useEffect(() => {
    document.documentElement.style.setProperty("--connection-bar", reachable ? "0px" : `${Math.ceil(height) + BELOW_PX}px`);
  }, [reachable, height]);
  useEffect(() => keepUp(client), [client]);
  return (
    <div role="status" className={classes.place} data-chrome>
      {!reachable && (
        <div ref={ref} className={classes.bar}>
          <Unplug size={22} aria-hidden className={classes.icon} />
          <div className={classes.words}>
            <strong>{t("unreachable.title", { context })}</strong>
            <span>{isPageWanted ? t("unreachable.page", { context }) : t("unreachable.text", { context })}</span>
          </div>
          <Loader size={16} color="currentColor" aria-hidden />
          {isPageWanted && (
            <Button variant="outline" color="gray.0" size="compact-md" onClick={stay}>
              {t("unreachable.stay")}
            </Button>
          )}
          <Button variant="white" color="dark" size="compact-md" onClick={reachAgain}>
            {t("unreachable.retry")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A page was asked for that cannot be loaded now; it opens by itself later, unless nobody wants it any more. */
function isOnItsWay(): boolean {
  return router.state.navigation.state === "loading";
}

function stay(): void {
  // Going to where one is ends what is on its way.
  void router.navigate(router.state.location, { replace: true, preventScrollReset: true });
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
