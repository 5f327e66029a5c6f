// Putting the items of an order into the cart once more, as far as the shop still has them.
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Order } from "@/ipc/generated/operations";
import { toastSuccess } from "@/shared/toast";
import { useFillCart } from "./useFillCart";

export function useOrderAgain(): { orderAgain: (order: Order) => void; pending: boolean } {
  const { t } = useTranslation("orders");
  const navigate = useNavigate();
  const { fill, pending } = useFillCart();
  const orderAgain = async ({ items }: Order) => {
    const added = await fill(items);
    if (added === 0) return;
    toastSuccess(t("refilled", { count: added }));
    await navigate("/cart");
  };
  return { orderAgain: (order) => void orderAgain(order), pending };
}
