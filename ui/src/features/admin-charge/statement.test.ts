// The picks of a matched statement: sure ones at first, each request once, and only for its own amount.
import { expect, it } from "vitest";
import type { AdminCharge, AdminPayment, StatementLine } from "@/ipc/generated/operations";
import { choicesOf, pick, surePicks } from "./statement";

const charge = (id: number, amount = 1_000) => ({ id, amount }) as AdminCharge;
const line = (row: number, found: StatementLine["found"], charges: AdminCharge[]) => ({ row, found, charges, payments: [] as AdminPayment[], amount: 1_000 }) as StatementLine;
const payment = (id: number, amount = 1_000) => ({ id, amount, orderNumber: "ORD" }) as AdminPayment;

it("begins with what is sure", () => {
  const picks = surePicks({ lines: [line(1, "SURE", [charge(7)]), line(2, "DOUBTFUL", [charge(8)]), line(3, "UNMATCHED", [])] });
  expect([...picks]).toEqual([[1, charge(7)]]);
});

it("has each request once", () => {
  const first = pick(new Map(), 1, charge(7));
  expect([...pick(first, 2, charge(7))]).toEqual([[2, charge(7)]]);
  expect([...pick(first, 2, charge(8)).keys()]).toEqual([1, 2]);
  expect([...pick(first, 1, undefined)]).toEqual([]);
});

it("knows an order from a request of the same id", () => {
  const both = { ...line(1, "DOUBTFUL", [charge(7)]), payments: [payment(7), payment(8, 999)] };
  expect(choicesOf(both)).toEqual([charge(7), payment(7)]);
  expect([...pick(pick(new Map(), 1, charge(7)), 2, payment(7)).keys()]).toEqual([1, 2]);
  expect([...surePicks({ lines: [{ ...line(3, "SURE", []), payments: [payment(7)] }] })]).toEqual([[3, payment(7)]]);
});

it("offers no request of another amount", () => {
  expect(choicesOf(line(1, "DOUBTFUL", [charge(7), charge(8, 999)]))).toEqual([charge(7)]);
});
