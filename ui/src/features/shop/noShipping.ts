// How a shop ships that has set nothing: for nothing, to an address. For tests that need a whole shop.
import type { ShopInfo } from "@/ipc/generated/operations";

export const NO_SHIPPING: ShopInfo["shipping"] = { base: 0, freeOver: 0, surcharge: [], surchargeWhenFree: false, pickup: false, carriers: [] };
