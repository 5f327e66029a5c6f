// The state of an order as of an instant.
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { AsOfPanel } from "@/shared/components/asOf/AsOfPanel";
import { useTravel } from "@/shared/components/asOf/useTravel";
import { useOrderAt } from "./queries";
import { StateBadge } from "./StateBadge";

export function OrderAt({ order: { id, deliveryMethod } }: { order: Pick<Order, "id" | "deliveryMethod"> }) {
  const { t } = useTranslation("adminAsOf");
  const travel = useTravel();
  const query = useOrderAt(id, travel.asked);
  return (
    <AsOfPanel noun="order" travel={travel} query={query}>
      {({ state, deliveryState }) => (state == null ? t("unknown") : <StateBadge order={{ state, deliveryState, deliveryMethod }} />)}
    </AsOfPanel>
  );
}
