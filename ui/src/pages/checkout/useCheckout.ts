// The customer's choices at checkout, and the two calls behind its one button: place the order, then pay it.
import { useMemo, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useAddresses } from "@/features/user/queries";
import type { PayChoice, PayDraft } from "@/features/order/payChoice";
import { usePayOrder } from "@/features/order/usePayOrder";
import { usePlaceOrder } from "@/features/order/usePlaceOrder";
import type { Order } from "@/ipc/generated/operations";
import { readChoice } from "./items";
import { type CheckoutRefusal, isCheckoutRefusal } from "./problem";
import { useCoupons } from "./useCoupons";
import { useDelivery } from "./useDelivery";

export type Checkout = ReturnType<typeof useCheckout>;

export function useCheckout() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const choice = useMemo(() => readChoice(params), [params]);
  const [addressId, setAddressId] = useState<number>();
  const [problem, setProblem] = useState<CheckoutRefusal>();
  const [busy, setBusy] = useState(false);
  const [memo, setMemo] = useState("");
  const [paying, setPaying] = useState<PayDraft>({});

  const addresses = useAddresses().data?.items ?? [];
  const address = addresses.find(({ id }) => id === addressId) ?? addresses[0];
  const delivery = useDelivery(address);
  // Once the order is placed its lines have left the cart: a quote asked for then would only say so.
  const { quote, drop, ...coupons } = useCoupons(choice, delivery.quoted, !busy);

  // Asked again, the shop may refuse what it priced before, since another customer was faster. Any other error only means that the
  // figures may be old.
  const refusal = quote.error !== null && isCheckoutRefusal(quote.error) ? quote.error : undefined;

  const { place } = usePlaceOrder((error) => {
    if (!isCheckoutRefusal(error)) return false;
    setProblem(error);
    if (error.code === "INVALID_COUPON") drop(error.details.userCouponId);
    return true;
  });
  const { pay } = usePayOrder();

  const leave = async (order: Order, payWith: PayChoice) => {
    const outcome = order.state === "CONFIRMED" ? "paid" : await pay(order, payWith);
    const page = { paid: "/done", failed: "/failed", awaited: "", open: "" }[outcome];
    await navigate(`/orders/${order.id}${page}`, { replace: true });
  };
  const submit = async (payWith: PayChoice) => {
    const shown = quote.data;
    if (busy || refusal !== undefined || shown === undefined || delivery.to === undefined) return;
    setBusy(true);
    setProblem(undefined);
    const order = await place({
      ...(choice.items === undefined ? { cartItemIds: shown.items.map((line) => line.cartItemId) } : { items: choice.items }),
      couponIds: shown.coupons.map((coupon) => coupon.userCouponId),
      expectedTotal: shown.totalAmount,
      shippingAddress: delivery.to,
      deliveryMethod: delivery.method === "PICKUP" ? "PICKUP" : undefined,
      deliveryMemo: memo.trim() === "" ? undefined : memo,
    });
    if (order.kind === "ok") await leave(order.value, payWith);
    else setBusy(false);
  };

  return {
    quote,
    address,
    delivery,
    /** What is bought at once; undefined where the cart is ordered. */
    boughtId: choice.items?.[0]?.productId,
    problem: refusal ?? problem,
    /** The lines cannot be ordered as they are; why is the problem. */
    blocked: refusal !== undefined,
    busy,
    chooseAddress: setAddressId,
    memo,
    setMemo,
    paying,
    setPaying,
    ...coupons,
    submit: (payWith: PayChoice) => void submit(payWith),
  };
}
