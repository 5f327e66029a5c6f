// What is chosen on the page of a product: the option, which the address holds, and how many; and the two ways to buy them.
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useCart } from "@/features/cart/queries";
import { useSession } from "@/features/user/session";
import type { Product } from "@/ipc/generated/operations";
import { allowanceOf, isSellable } from "./allowance";
import { useBuying } from "./useBuying";

export type BuyChoice = ReturnType<typeof useBuyChoice>;

export function useBuyChoice(product: Product) {
  const [params, setParams] = useSearchParams();
  const { customer } = useSession();
  const cart = useCart({ enabled: customer !== null });
  const [wanted, setWanted] = useState(1);

  const option = product.options.find(({ id }) => String(id) === params.get("option"));
  const allowance = allowanceOf(product, option, customer === null ? undefined : cart.data);
  // Stock can shrink under the stepper; what was wanted comes back when the stock does.
  const quantity = Math.max(1, Math.min(wanted, allowance.max));
  const buying = useBuying(product, option);

  return {
    option,
    allowance,
    quantity,
    sellable: isSellable(product, option),
    /** It has options, and none is chosen yet. */
    needsOption: product.options.length > 0 && option === undefined,
    pending: buying.pending,
    chooseOption: (id: number) => {
      buying.renew();
      setWanted(1);
      setParams({ option: String(id) }, { replace: true, preventScrollReset: true });
    },
    chooseQuantity: (next: number) => {
      buying.renew();
      setWanted(next);
    },
    addToCart: () => void buying.addToCart(quantity),
    buyNow: () => void buying.buyNow(quantity),
  };
}
