// What can be returned: units that are left, and no item of which a return is open.
import { expect, it } from "vitest";
import type { OrderItem, ReturnList, ReturnRequest } from "@/ipc/generated/operations";
import { returnable } from "./returnable";

const item = (id: number, quantity: number, cancelledQuantity = 0) => ({ id, quantity, cancelledQuantity }) as OrderItem;
const order = { state: "CONFIRMED" as const, items: [item(1, 3), item(2, 2, 1), item(3, 1, 1)] };
const list = (...rows: [ReturnRequest["state"], number][]): ReturnList => ({
  items: rows.map(([state, orderItemId], id) => ({ id, orderId: 1, state, reason: "", items: [{ orderItemId, quantity: 1 }], createdAt: "", updatedAt: "" })),
});
const ids = (rows: ReturnList) => returnable(order, rows).map(({ item: { id }, left }) => [id, left]);

it("leaves out what was refunded, and what is being returned", () => {
  expect(ids(list())).toEqual([[1, 3], [2, 1]]);
  expect(ids(list(["REQUESTED", 1]))).toEqual([[2, 1]]);
  expect(ids(list(["RECEIVED", 2], ["REJECTED", 1], ["REFUNDED", 1]))).toEqual([[1, 3]]);
});

it("offers nothing of an order that is not paid or was refunded", () => {
  expect(returnable({ ...order, state: "REFUNDED" }, list())).toEqual([]);
});
