// A deposit that an admin confirms: for points that a customer requested, or for an order.
import type { AdminCharge, AdminPayment } from "@/ipc/generated/operations";

export type Deposit = AdminCharge | AdminPayment;

export function isForOrder(deposit: Deposit): deposit is AdminPayment {
  return "orderNumber" in deposit;
}

/** Requests and payments each have ids of their own. */
export function depositKey(deposit: Deposit): string {
  return `${isForOrder(deposit) ? "order" : "points"} ${deposit.id}`;
}

export function depositorOf({ depositorName, userName }: Deposit): string {
  return depositorName ?? userName;
}

export function isAwaited({ state }: Pick<Deposit, "state">): boolean {
  return state === "REQUESTED" || state === "PENDING";
}
