// The tabs of the coupon page and the states behind them.
import type { UserCouponState } from "@/ipc/generated/operations";

export const COUPON_TABS = ["obtainable", "usable", "used", "expired"] as const;
export type CouponTab = (typeof COUPON_TABS)[number];
export type MyCouponTab = Exclude<CouponTab, "obtainable">;

export const STATE_OF: Record<MyCouponTab, UserCouponState> = { usable: "AVAILABLE", used: "USED", expired: "EXPIRED" };

/** The tab that the address names; the first for anything else. */
export function tabOf(named: string | null): CouponTab {
  return COUPON_TABS.find((tab) => tab === named) ?? "obtainable";
}
