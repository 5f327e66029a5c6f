// Shows a toast for an alert that arises while the panel is open. Earlier ones are shown by the bell alone.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Alert, AlertList } from "@/ipc/generated/operations";
import { toastWarning } from "@/shared/toast";
import { ALERT_PAGES } from "./alertPages";
import { useAlertWords } from "./useAlertWords";

export function useNewAlerts(alerts: AlertList | undefined, opened: boolean): void {
  const { t } = useTranslation("adminAlerts");
  const navigate = useNavigate();
  const words = useAlertWords();
  const before = useRef<AlertList>(undefined);
  useEffect(() => {
    const last = before.current;
    before.current = alerts;
    if (alerts === undefined || last === undefined || opened) return;
    const [first] = arisen(last, alerts);
    if (first === undefined) return;
    const to = ALERT_PAGES[first.kind].to(alerts.day);
    toastWarning(`alert-${first.kind}`, words.title(first), { label: t("look"), run: () => void navigate(to) });
  }, [alerts, opened, words, navigate, t]);
}

/** Those of which something has arisen between two lists. */
export function arisen(before: AlertList, after: AlertList): Alert[] {
  const known = new Map(before.items.map(({ kind, arisenAt }) => [kind, arisenAt]));
  return after.items.filter(({ kind, isNew, arisenAt }) => isNew && arisenAt !== undefined && arisenAt > (known.get(kind) ?? ""));
}
