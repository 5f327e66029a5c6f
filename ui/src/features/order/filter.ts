// The filter of the list of orders, as it stands in the address.
import type { OrderState } from "@/ipc/generated/operations";

export const PERIODS = ["1", "3", "6", "12", "all"] as const;
export type Months = (typeof PERIODS)[number];

export const STATES = ["NORMAL", "CONFIRMED", "CANCELLED", "REFUNDED", "PAYMENT_FAILED"] as const satisfies readonly OrderState[];

export interface OrderFilter {
  period: Months;
  /** All when left out. */
  state?: OrderState;
}

const USUAL: Months = "3";

/** The values in the address; invalid ones are ignored. */
export function readFilter(params: URLSearchParams): OrderFilter {
  const period = PERIODS.find((known) => known === params.get("period")) ?? USUAL;
  const state = STATES.find((known) => known === params.get("state"));
  return state === undefined ? { period } : { period, state };
}

/** The shortest address for the filter: what is usual is left out. */
export function writeFilter({ period, state }: OrderFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (period !== USUAL) params.set("period", period);
  if (state !== undefined) params.set("state", state);
  return params;
}

/** The start of the day so many months ago, as RFC 3339; the same all day, so that the list is asked for once. */
export function startOf(period: Months, now: Date): string | undefined {
  if (period === "all") return undefined;
  const day = new Date(now.getFullYear(), now.getMonth() - Number(period), now.getDate());
  return day.toISOString();
}
