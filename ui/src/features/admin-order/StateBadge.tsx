// The state of an order, named as the tabs name it. A state that waits for an admin is highlighted.
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import { type Tab, tabOf } from "./filter";

/** What each tab's orders look like; quiet where none is named. */
export const TONES: Partial<Record<Tab, Tone>> = { unpaid: "scarce", preparing: "wanted", delivered: "good", failed: "bad" };

export function StateBadge({ order }: { order: Pick<Order, "state" | "deliveryState"> }) {
  const { t } = useTranslation("adminOrders");
  const tab = tabOf(order);
  return <StateTag tone={TONES[tab]}>{t(`tab.${tab}`)}</StateTag>;
}
