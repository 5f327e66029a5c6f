// The state of an order in one word; the color repeats it.
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { awaitedOf, type Standing, standingOf } from "./orderState";
import classes from "./StandingBadge.module.css";

const TONE: Record<Standing, "accent" | "tinted" | "calm" | "warn"> = {
  unpaid: "accent",
  preparing: "tinted",
  shipped: "tinted",
  delivered: "calm",
  failed: "warn",
  cancelled: "calm",
  refunded: "calm",
};

/** What a paid order that is picked up is called otherwise. */
function isPickupStanding(standing: Standing): standing is "preparing" | "shipped" | "delivered" {
  return standing === "preparing" || standing === "shipped" || standing === "delivered";
}

type Shown = Pick<Order, "state" | "deliveryState"> & Partial<Pick<Order, "deliveryMethod" | "payment">>;

function textOf(order: Shown, standing: Standing) {
  if (awaitedOf(order) !== undefined) return "standing.deposit";
  return order.deliveryMethod === "PICKUP" && isPickupStanding(standing) ? (`pickupStep.${standing}` as const) : (`standing.${standing}` as const);
}

export function StandingBadge({ order }: { order: Shown }) {
  const { t } = useTranslation("orders");
  const standing = standingOf(order);
  return (
    <Badge className={classes.badge} data-tone={TONE[standing]} size="lg" radius="sm" tt="none">
      {t(textOf(order, standing))}
    </Badge>
  );
}
