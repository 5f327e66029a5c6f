// Queries of coupons: those that can be obtained now, and the customer's own by state.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { Coupon, UserCoupon, UserCouponState } from "@/ipc/generated/operations";
import { type Operation, type OperationEffects, useOperation } from "@/shared/hooks/useOperation";
import { keys, obtainableCouponsKey } from "@/shared/queryKeys";

/** What can be had now; the shop's events keep the counts fresh. */
export function useObtainableCoupons() {
  return useQuery({ queryKey: obtainableCouponsKey, queryFn: () => read("list_coupons", {}) });
}

/** Mine in one state, page by page. */
export function useMyCoupons(state: UserCouponState) {
  return useInfiniteQuery({
    queryKey: [...keys.coupons, "mine", state],
    queryFn: ({ pageParam }) => read("my_coupons", { state, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
}

/** Takes one. */
export function useIssueCoupon(onIssued: (coupon: UserCoupon) => void): Operation<"issue_coupon"> {
  return useOperation("issue_coupon", { onSuccess: onIssued });
}

/** Gets the one of a code. */
export function useRedeemCoupon(effects: OperationEffects<"redeem_coupon">): Operation<"redeem_coupon"> {
  return useOperation("redeem_coupon", effects);
}

export type ObtainState = "obtainable" | "owned" | "soldOut";

/** What can be done with a coupon on offer. Having it already matters more than that none are left. */
export function obtainState({ owned, remainingQuantity }: Pick<Coupon, "owned" | "remainingQuantity">): ObtainState {
  if (owned) return "owned";
  return remainingQuantity > 0 ? "obtainable" : "soldOut";
}
