// The steps of a delivery with the current one marked; nothing for an order that was canceled, refunded or not paid.
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { STEPS, stepOf } from "./orderState";
import classes from "./DeliverySteps.module.css";

export function DeliverySteps({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const at = stepOf(order);
  if (at === undefined) return null;
  return (
    <ol className={classes.steps} aria-label={t("steps")}>
      {STEPS.map((step, index) => {
        const isDone = index < at || at === STEPS.length - 1;
        return (
          <li key={step} className={classes.step} data-at={isDone ? "done" : index === at ? "now" : "ahead"} aria-current={index === at ? "step" : undefined}>
            <span className={classes.dot} aria-hidden>
              {isDone && <Check size={14} strokeWidth={3} />}
            </span>
            {t(order.deliveryMethod === "PICKUP" ? `pickupStep.${step}` : `step.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}
