// Changes a line's quantity: shown at once, sent one after the other, and only the last of several quick clicks.
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Cart, CartItem, ChangedCartItem } from "@/ipc/generated/operations";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { withLine, withQuantity } from "./selection";

/** Returns the function that sets the quantity, at least 1. After a refusal the old quantity is restored. */
export function useLineQuantity(item: CartItem): (quantity: number) => void {
  const client = useQueryClient();
  const change = useOperation("change_cart_item");
  const next = useRef<number>(undefined);
  const sending = useRef(false);

  const show = (update: (cart: Cart) => Cart) => {
    client.setQueryData<Cart>(keys.cart, (cart) => (cart === undefined ? cart : update(cart)));
  };
  const send = async () => {
    sending.current = true;
    while (next.current !== undefined) {
      const quantity = next.current;
      next.current = undefined;
      const answer = await change.run({ id: item.id, quantity });
      // After an error the clicks that followed it meant a quantity that never was.
      if (answer.kind !== "ok") {
        next.current = undefined;
        continue;
      }
      const line = answer.value;
      if (isLine(line) && next.current === undefined) show((cart) => withLine(cart, line));
    }
    sending.current = false;
  };

  return (quantity) => {
    // An answer that is still on its way would show the old quantity again for a moment.
    void client.cancelQueries({ queryKey: keys.cart, exact: true });
    show((cart) => withQuantity(cart, item.id, quantity));
    next.current = quantity;
    if (!sending.current) void send();
  };
}

/** The answer is empty where the line was removed. */
function isLine(answer: ChangedCartItem): answer is CartItem {
  return "id" in answer;
}
