// The invariants of the data as the page shows them: grouped by their number, each check in the reader's language. A
// check that is newer than this table has the shop's own text.
import type { CheckedIdentity, Verdict } from "@/ipc/generated/operations";
import type texts from "@/locales/ko/adminProof.json";

export const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export type InvariantNumber = (typeof NUMBERS)[number];

export interface Invariant {
  number: InvariantNumber;
  checks: readonly CheckedIdentity[];
  holds: boolean;
  /** How many rows break it; the shop names at most 100 for each check. */
  brokenRows: number;
}

export function gatherInvariants({ identities }: Verdict): Invariant[] {
  return NUMBERS.map((number) => {
    const checks = identities.filter((each) => each.number === number);
    return { number, checks, holds: checks.every(({ holds }) => holds), brokenRows: checks.reduce((sum, { brokenCount }) => sum + brokenCount, 0) };
  });
}

export type CheckKey = keyof typeof texts.check;

const KNOWN: Readonly<Record<string, CheckKey>> = {
  "initial stock and all its movements make what is available": "stockMoved",
  "what is sold is what orders hold that are placed or paid, without refunded units": "stockSold",
  "what was sold or moved has a stock that it was taken from": "stockThere",
  "the ledger adds up to the points a user has and has spent": "ledgerSum",
  "each row of the ledger goes on where the one before it ended": "ledgerChain",
  "a confirmed request for points has its one charge in the ledger, any other request has none": "chargeConfirmed",
  "a coupon's count is the number of users that have it, and at most its total": "couponCount",
  "a used coupon belongs to exactly one order that is placed or paid, any other to none": "couponUsed",
  "an order's amounts are the sums of its items and coupons": "orderSums",
  "an item is its order's buyer's, and stands as long as the order is placed or paid": "orderItem",
  "a paid order, and no other, has one completed payment of its total": "orderPaid",
  "a paid order of more than nothing has one payment in the ledger; points given back are those that were paid": "orderLedger",
  "what was refunded of an order is its refunds, that of its items and the fee, and of its payments; all where it is refunded": "refundSums",
  "what was refunded of an item is the items of its order's refunds, and its share of the item's total": "refundItems",
  "a refund is its items and the shipping fee in it, as points and by hand": "refundParts",
  "the ledger has given for an order the points of its refunds, and the rest of them was by hand for a deposit": "refundLedger",
  "a return is its order's customer's, of its items; a settled one has a refund of them": "returnItems",
  "an item is in at most one open return, of a paid order, with units that are left": "returnOpen",
  "daily sales are the items of paid orders less what was refunded, by the business day of payment": "dailySales",
  "the tally of orders is the orders that no longer await payment, by the days on which they were placed and paid": "orderTally",
  "coupons by day are the issued ones and those that orders which stand have used": "couponTally",
  "the index by which orders are found holds every order up to where it was filled, and no other": "orderIndex",
  "every sealed row is as it was when it was sealed": "sealed",
};

export type CheckWords =
  | { kind: "known"; key: CheckKey }
  | { kind: "reference"; from: string; to: string }
  | { kind: "rows"; table: string }
  | { kind: "own"; says: string };

/** The text of a check. */
export function wordsOf(says: string): CheckWords {
  const key = KNOWN[says];
  if (key !== undefined) return { kind: "known", key };
  const [, from, to] = /^(\S+) names a row of (\S+)$/.exec(says) ?? [];
  if (from !== undefined && to !== undefined) return { kind: "reference", from, to };
  const [, table] = /^every row of (\S+) can be read by the shop$/.exec(says) ?? [];
  if (table !== undefined) return { kind: "rows", table };
  return { kind: "own", says };
}
