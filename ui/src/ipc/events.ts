// What the shop tells by itself while the window is open. The shape is the contract's; the cache takes an
// event as a sign to ask again, so that a lost one can never leave a wrong figure for long.
export type { ShopEvent } from "./generated/operations";
