// The state of an order as of an instant.
import { useTranslation } from "react-i18next";
import { AsOfPanel } from "@/shared/components/asOf/AsOfPanel";
import { useTravel } from "@/shared/components/asOf/useTravel";
import { useOrderAt } from "./queries";
import { StateBadge } from "./StateBadge";

export function OrderAt({ orderId }: { orderId: number }) {
  const { t } = useTranslation("adminAsOf");
  const travel = useTravel();
  const query = useOrderAt(orderId, travel.asked);
  return (
    <AsOfPanel noun="order" travel={travel} query={query}>
      {({ state, deliveryState }) => (state == null ? t("unknown") : <StateBadge order={{ state, deliveryState }} />)}
    </AsOfPanel>
  );
}
