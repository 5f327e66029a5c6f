// The filters of the list of coupons.
import type { CouponState, ListCouponsForAdmin } from "@/ipc/generated/operations";

export const STATES = ["NORMAL", "EXPIRED", "DISCONTINUED", "DELETED"] as const satisfies readonly CouponState[];

export type CouponFilter = Pick<ListCouponsForAdmin, "q" | "state">;
