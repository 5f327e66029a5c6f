// The history of an order, oldest first, with the admin of each step where there was one.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrderEvent, OrderStep } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import classes from "./Timeline.module.css";

const ENDED: ReadonlySet<OrderStep> = new Set(["CANCELLED", "REFUNDED", "PAYMENT_FAILED"]);

export function Timeline({ events }: { events: readonly OrderEvent[] }) {
  const { t } = useTranslation("adminOrders");
  return (
    <ol className={classes.timeline}>
      {events.map(({ step, at, actorName }) => (
        <li key={`${step}-${at}`} className={classes.step} data-ended={ENDED.has(step) || undefined}>
          <Text size="sm" fw={600}>
            {t(`step.${step}`)}
          </Text>
          <Text size="sm" c="dimmed">
            <DateText at={at} withTime />
            {actorName ? ` · ${t("timeline.by", { name: actorName })}` : ""}
          </Text>
        </li>
      ))}
    </ol>
  );
}
