// The order of coupons, and when the count of one is shown.
import type { Coupon, UserCoupon } from "@/ipc/generated/operations";

/** So many are few, however many there were. */
const FEW = 10;

/** Whether any was taken already, and whether hardly any are left: ten, or a tenth of all. */
export function countState({ remainingQuantity, totalQuantity }: Pick<Coupon, "remainingQuantity" | "totalQuantity">) {
  const left = remainingQuantity > 0;
  return {
    taken: left && remainingQuantity < totalQuantity,
    few: left && (remainingQuantity <= FEW || remainingQuantity * 10 <= totalQuantity),
  };
}

/** Whether a coupon that is mine has to wait for its first day. */
export function startsLater({ state, beginDate }: Pick<UserCoupon, "state" | "beginDate">, now: Date): boolean {
  return state === "AVAILABLE" && new Date(beginDate) > now;
}

/** What can be used today before what cannot yet; otherwise as the shop ordered them. */
export function usableFirst<T extends Pick<UserCoupon, "state" | "beginDate">>(coupons: readonly T[], now: Date): T[] {
  return [...coupons].sort((one, other) => Number(startsLater(one, now)) - Number(startsLater(other, now)));
}
