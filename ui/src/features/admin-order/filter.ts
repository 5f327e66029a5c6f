// The filter of the list of orders, as it is in the address: a tab, a search, days, one customer.
import type { DeliveryState, ExportOrders, ListOrdersForAdmin, Order, OrderSort, OrderState } from "@/ipc/generated/operations";
import type { ShopError } from "@/ipc/errors";
import { addDays, beginningOf, dayOf, isDay } from "@/shared/text/day";

interface Standing {
  state?: OrderState;
  deliveryState?: DeliveryState;
}

/** What each tab asks for; a paid order is as far as its parcel. */
const STANDING = {
  all: {},
  unpaid: { state: "NORMAL" },
  preparing: { state: "CONFIRMED", deliveryState: "PREPARING" },
  shipped: { state: "CONFIRMED", deliveryState: "SHIPPED" },
  delivered: { state: "CONFIRMED", deliveryState: "DELIVERED" },
  cancelled: { state: "CANCELLED" },
  refunded: { state: "REFUNDED" },
  failed: { state: "PAYMENT_FAILED" },
} as const satisfies Record<string, Standing>;

export type Tab = keyof typeof STANDING;

export const TABS = Object.keys(STANDING) as readonly Tab[];

export interface OrderFilter {
  tab: Tab;
  /** Any part of the order's number, of a name, telephone number or e-mail, of an ordered product, or of the delivery instructions. */
  q?: string;
  /** First business day, `YYYY-MM-DD`. */
  from?: string;
  /** Last business day, counted in. */
  to?: string;
  userId?: number;
  /** The latest first where it is absent. */
  sort?: OrderSort;
}

export const SORTS = ["newest", "oldest", "amountDesc", "amountAsc"] as const satisfies readonly OrderSort[];

/** The parts of a filter that hold in every tab. */
export type Scope = Omit<OrderFilter, "tab">;

/** The tab of an order, other than "all". */
export function tabOf({ state, deliveryState }: Pick<Order, "state" | "deliveryState">): Tab {
  const found = TABS.find((tab) => {
    const standing: Standing = STANDING[tab];
    return standing.state === state && (standing.deliveryState === undefined || standing.deliveryState === deliveryState);
  });
  return found ?? "all";
}

/** The values in the address; invalid ones are ignored. */
export function readFilter(params: URLSearchParams): OrderFilter {
  const filter: OrderFilter = { tab: TABS.find((tab) => tab === params.get("tab")) ?? "all" };
  const q = params.get("q")?.trim();
  if (q) filter.q = q;
  for (const end of ["from", "to"] as const) {
    const day = params.get(end);
    if (day !== null && isDay(day)) filter[end] = day;
  }
  const userId = Number(params.get("userId"));
  if (Number.isSafeInteger(userId) && userId > 0) filter.userId = userId;
  const sort = SORTS.find((sort) => sort === params.get("sort"));
  if (sort !== undefined) filter.sort = sort;
  return filter;
}

/** The shortest address for the filter: what is usual is left out. */
export function writeFilter({ tab, ...scope }: OrderFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (tab !== "all") params.set("tab", tab);
  for (const [name, value] of Object.entries(scope)) {
    if (value !== undefined && value !== "") params.set(name, String(value));
  }
  return params;
}

/** What the shop is asked. The day in `to` counts, so that the period ends where the next day begins. */
export function requestFor({ sort, ...filter }: OrderFilter): ListOrdersForAdmin {
  return { ...exportRequestFor(filter), sort };
}

/** The same without a sequence: for the file, for sums, for an act on all of them. */
export function exportRequestFor({ tab, q, from, to, userId }: OrderFilter): ExportOrders {
  const begin = from === undefined ? undefined : beginningOf(from);
  const end = to === undefined ? undefined : beginningOf(addDays(to, 1));
  return { ...STANDING[tab], q, userId, from: begin?.toISOString(), to: end?.toISOString() };
}

/** Whether anything but the tab narrows the list. */
export function isNarrowed({ q, from, to, userId }: Scope): boolean {
  return [q, from, to, userId].some((part) => part !== undefined);
}

/** The last so many business days, today among them. */
export function lastDays(count: number, now: Date): { from: string; to: string } {
  const today = dayOf(now);
  return { from: addDays(today, 1 - count), to: today };
}

/** Whether the shop refused to sort by amount, because too many orders match. */
export function isTooManyToSort(error: ShopError | null): boolean {
  return error?.code === "INVALID_INPUT" && error.details.fields.some(({ field }) => field === "sort");
}
