// Where an order stands, in the words of the tabs; the colour only underlines it. What waits for the merchant stands out.
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { tabOf } from "./filter";
import classes from "./StateBadge.module.css";

export function StateBadge({ order }: { order: Pick<Order, "state" | "deliveryState"> }) {
  const { t } = useTranslation("adminOrders");
  const tab = tabOf(order);
  return (
    <Badge className={classes.badge} data-tab={tab} size="lg" radius="sm" tt="none">
      {t(`tab.${tab}`)}
    </Badge>
  );
}
