// How an order is to be paid: what the customer chose, completed by what fits the total and the balance. The shop checks it again.
import type { PaymentMethod, PayOrder } from "@/ipc/generated/operations";

/** What the customer chose so far; what is undefined is filled in. */
export interface PayDraft {
  method?: PaymentMethod;
  /** Points of the total that are used at once. */
  points?: number;
  depositor?: string;
}

export interface PayChoice {
  method: PaymentMethod;
  points: number;
  /** Won that are still to come from outside. */
  rest: number;
  depositor: string | undefined;
  fault: "points" | "depositor" | "short" | undefined;
}

/** In characters; the shop checks it again. */
const NAME_LONGEST = 100;

interface PayFacts {
  total: number;
  balance: number;
  /** That the shop accepts, points first. */
  methods: readonly PaymentMethod[];
}

/** Points where they suffice, else the first other way that is open. */
export function choiceOf(draft: PayDraft, { total, balance, methods }: PayFacts): PayChoice {
  const isOpen = draft.method !== undefined && methods.includes(draft.method);
  const method = isOpen && draft.method !== undefined ? draft.method : balance >= total ? "POINT" : (methods.find((other) => other !== "POINT") ?? "POINT");
  if (method === "POINT" || total === 0) {
    return { method: "POINT", points: total, rest: 0, depositor: undefined, fault: balance < total ? "short" : undefined };
  }
  const points = draft.points ?? 0;
  const fits = Number.isInteger(points) && points >= 0 && points <= mostPoints(total, balance);
  const name = draft.depositor?.trim() ?? "";
  const fault = !fits ? "points" : [...name].length > NAME_LONGEST ? "depositor" : undefined;
  return { method, points: fits ? points : 0, rest: total - (fits ? points : 0), depositor: name === "" ? undefined : name, fault };
}

/** Something is always left for the deposit. */
export function mostPoints(total: number, balance: number): number {
  return Math.max(Math.min(balance, total - 1), 0);
}

export function payRequest(order: { id: number; totalAmount: number }, choice: Pick<PayChoice, "method" | "points" | "depositor">): PayOrder {
  const request: PayOrder = { orderId: order.id, paymentMethod: choice.method, amount: order.totalAmount };
  if (choice.method === "POINT") return request;
  const { points, depositor } = choice;
  return { ...request, ...(points > 0 && { pointAmount: points }), ...(depositor !== undefined && { depositorName: depositor }) };
}
