// The state of an order, named as the tabs name it, or as it is for one that is picked up. A state that waits for an admin is highlighted.
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import { type Tab, tabOf } from "./filter";

/** What each tab's orders look like; quiet where none is named. */
const TONES: Partial<Record<Tab, Tone>> = { unpaid: "scarce", preparing: "wanted", delivered: "good", failed: "bad" };

const OF_PICKUP = ["preparing", "shipped", "delivered"] as const satisfies readonly Tab[];

export function StateBadge({ order }: { order: Pick<Order, "state" | "deliveryState"> & Partial<Pick<Order, "deliveryMethod">> }) {
  const { t } = useTranslation(["adminOrders", "orders"]);
  const tab = tabOf(order);
  const step = order.deliveryMethod === "PICKUP" ? OF_PICKUP.find((step) => step === tab) : undefined;
  return <StateTag tone={TONES[tab]}>{step === undefined ? t(`tab.${tab}`) : t(`orders:pickupStep.${step}`)}</StateTag>;
}
