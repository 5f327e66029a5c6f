// What becomes stale when an admin moves an order on, or pays it back.
import { keys } from "@/shared/queryKeys";

/** A parcel moved: lists, counts, the audit log; and the admin's own orders, should this be one. */
export const MOVED = [keys.adminOrders, keys.orders, keys.dashboard, keys.auditLog] as const;

/** Money, stock and coupons went back, too. */
export const REFUNDED = [...MOVED, keys.adminProducts, keys.products, keys.adminCoupons, keys.adminUsers, keys.statistics] as const;
