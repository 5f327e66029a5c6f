// All requests for points and all deposits for orders, as an admin sees them.
import { useInfiniteQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { ChargeState, ListChargesForAdmin, ListPaymentsForAdmin, PaymentState } from "@/ipc/generated/operations";
import { listKey } from "@/shared/queryKeys";

const PAGE = 50;

export const STATES = ["REQUESTED", "CONFIRMED", "REJECTED"] as const satisfies readonly ChargeState[];

export type ChargeFilter = Pick<ListChargesForAdmin, "q" | "state">;

export function useChargesForAdmin(filter: ChargeFilter) {
  return useInfiniteQuery({
    queryKey: [...listKey("adminCharges"), filter],
    queryFn: ({ pageParam }) => read("list_charges_for_admin", { ...filter, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** Of deposits for orders; a failed attempt is none. */
export const ORDER_STATES = ["PENDING", "COMPLETED", "CANCELLED", "REFUNDED"] as const satisfies readonly PaymentState[];

export type PaymentFilter = Pick<ListPaymentsForAdmin, "q" | "state">;

export function usePaymentsForAdmin(filter: PaymentFilter) {
  return useInfiniteQuery({
    queryKey: [...listKey("adminPayments"), filter],
    queryFn: ({ pageParam }) => read("list_payments_for_admin", { ...filter, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
