// How far a paid order has come, as a bar of steps beside the word that says it. Nothing for an order that is over.
import type { Order } from "@/ipc/generated/operations";
import { STEPS, stepOf } from "./orderState";
import classes from "./DeliverySteps.module.css";

export function DeliveryTrack({ order }: { order: Order }) {
  const at = stepOf(order);
  if (order.state !== "CONFIRMED" || at === undefined || at === STEPS.length - 1) return null;
  return (
    <span className={classes.track} aria-hidden>
      {STEPS.map((step, index) => (
        <span key={step} className={classes.part} data-reached={index <= at || undefined} />
      ))}
    </span>
  );
}
