// The alerts, one row a kind; each leads to its list.
import { Text, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Alert, AlertList as Alerts } from "@/ipc/generated/operations";
import { AgeText } from "@/shared/components/DateText";
import { ALERT_PAGES } from "./alertPages";
import { useAlertWords } from "./useAlertWords";
import classes from "./alerts.module.css";

interface AlertListProps {
  alerts: Alerts;
  /** One of the rows was chosen. */
  onLeave: () => void;
}

export function AlertList({ alerts, onLeave }: AlertListProps) {
  const { t } = useTranslation("adminAlerts");
  if (alerts.items.length === 0)
    return (
      <Text c="dimmed" size="sm" ta="center" py="lg">
        {t("empty")}
      </Text>
    );
  return (
    <ul className={classes.list}>
      {alerts.items.map((alert) => (
        <li key={alert.kind}>
          <Row alert={alert} day={alerts.day} onLeave={onLeave} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps extends Pick<AlertListProps, "onLeave"> {
  alert: Alert;
  day: string;
}

function Row({ alert, day, onLeave }: RowProps) {
  const { t } = useTranslation("adminAlerts");
  const words = useAlertWords();
  const { icon: Icon, to } = ALERT_PAGES[alert.kind];
  return (
    <Link to={to(day)} className={classes.row} onClick={onLeave} data-kind={alert.kind}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <Text span size="sm" fw={600}>
          {words.title(alert)}
          {alert.isNew && (
            <>
              <span className={classes.dot} aria-hidden />
              <VisuallyHidden>{t("new")}</VisuallyHidden>
            </>
          )}
        </Text>
        <Text span size="sm" c="dimmed" lineClamp={2}>
          {words.detail(alert)}
        </Text>
      </span>
      {alert.arisenAt !== undefined && (
        <Text span size="xs" c="dimmed" className={classes.age}>
          <AgeText at={alert.arisenAt} />
        </Text>
      )}
    </Link>
  );
}
