// What an admin chooses becomes a refund of the whole order, or of the units that are named; a fee is a choice once it is shipped.
import { describe, expect, it } from "vitest";
import type { AdminOrder, AdminReturn } from "@/ipc/generated/operations";
import { feeLeft, outsideLeft, previewOf, refundOf, startOf } from "./refund";

const order = {
  id: 7,
  deliveryState: "PREPARING",
  shippingFee: 3_000,
  items: [{ id: 1, quantity: 3, cancelledQuantity: 1 }, { id: 2, quantity: 1, cancelledQuantity: 1 }, { id: 3, quantity: 2, cancelledQuantity: 0 }],
} as AdminOrder;
const sent = { ...order, deliveryState: "SHIPPED" as const };

describe("a refund", () => {
  it("is of the whole order where all that is left is chosen", () => {
    expect(refundOf(order, startOf(order))).toEqual({ id: 7, items: undefined, restock: true, to: "OUTSIDE", shippingFee: undefined });
    expect(previewOf(order, startOf(order)).items).toBeUndefined();
  });

  it("names the units where something stays", () => {
    const draft = { ...startOf(order), units: new Map([[1, 2], [3, 0]]), restock: false, to: "POINT" as const };
    expect(refundOf(order, draft)).toMatchObject({ items: [{ orderItemId: 1, quantity: 2 }], restock: false, to: "POINT" });
    expect(previewOf(order, draft).items).toBe("1:2");
  });

  it("says what becomes of the fee only of a shipped order", () => {
    expect(refundOf(sent, startOf(sent)).shippingFee).toBe(true);
    expect(refundOf(sent, { ...startOf(sent), fee: false }).shippingFee).toBe(false);
    expect(refundOf({ ...sent, shippingFee: 0 }, startOf(sent)).shippingFee).toBeUndefined();
  });

  it("begins with the units of a return, and keeps the fee", () => {
    const draft = startOf(sent, { items: [{ orderItemId: 3, quantity: 1 }] } as AdminReturn);
    expect(refundOf(sent, draft)).toMatchObject({ items: [{ orderItemId: 3, quantity: 1 }], shippingFee: false });
  });
});

it("knows what is left of the fee and of money from outside", () => {
  expect(feeLeft({ shippingFee: 3_000, refunds: [{ shippingFee: 0 }, { shippingFee: 3_000 }] as AdminOrder["refunds"] })).toBe(0);
  const payments = [{ method: "POINT", state: "COMPLETED", amount: 500 }, { method: "CASH", state: "COMPLETED", amount: 900, refundedAmount: 200 }] as AdminOrder["payments"];
  expect(outsideLeft({ payments })).toBe(700);
  expect(outsideLeft({})).toBe(0);
});
