// The filters of the list of coupons.
import type { CouponState, ListAllCoupons } from "@/ipc/generated/operations";

export const STATES = ["NORMAL", "EXPIRED", "DISCONTINUED", "DELETED"] as const satisfies readonly CouponState[];

export type CouponFilter = Pick<ListAllCoupons, "q" | "state">;
