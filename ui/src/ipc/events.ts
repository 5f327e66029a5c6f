// What the shop tells by itself while the window is open. Events say what changed, not how it now is:
// the cache asks again, so a lost event can never leave a wrong figure for longer than a stale one.

export type ShopEvent =
  | { type: "stock"; productId: number; availableQuantity?: number }
  | { type: "coupon"; couponId: number; remaining?: number }
  | { type: "order"; orderId: number; state?: string }
  | { type: "points" }
  | { type: "cart" }
  | { type: "catalog" };
