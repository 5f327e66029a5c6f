// The coupons of the order: the best ones until others are chosen, and what the shop asks for them.
import { useState } from "react";
import { toggleCoupon } from "@/features/coupon/couponPicking";
import { useQuote } from "@/features/order/queries";
import type { QuoteOrder } from "@/ipc/generated/operations";
import type { Choice } from "./items";

export function useCoupons(choice: Choice, delivery: Pick<QuoteOrder, "deliveryMethod" | "zipCode">, isOpen: boolean) {
  const [chosen, setChosen] = useState<readonly number[]>();
  // The best ones are part of any quote; with none applied it is also the one for an order without coupons.
  const plain = useQuote({ ...choice, ...delivery, couponIds: [] }, { enabled: isOpen && chosen === undefined });
  const best = plain.data?.bestCouponIds ?? [];
  const wanted = chosen ?? best;
  const quote = useQuote({ ...choice, ...delivery, couponIds: [...wanted] }, { enabled: isOpen });
  // Figures without the best coupons would only be seen to jump. Later they may change, and what was typed must stay.
  const [hasStarted, setHasStarted] = useState(false);
  if (!hasStarted && quote.data !== undefined && !quote.isPlaceholderData && plain.data !== undefined) setHasStarted(true);
  return {
    quote: hasStarted ? quote : { ...quote, data: undefined },
    toggle: (id: number) => setChosen(toggleCoupon(quote.data?.choices ?? [], wanted, id)),
    takeBest: () => setChosen(quote.data?.bestCouponIds ?? []),
    takeNone: () => setChosen([]),
    drop: (refused: number) => setChosen(wanted.filter((id) => id !== refused)),
  };
}
