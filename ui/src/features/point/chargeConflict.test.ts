// The reason of a refused charge is told from the other conflicts of the shop.
import { expect, it } from "vitest";
import { clientError, shopError } from "@/ipc/errors";
import { chargeConflictOf } from "./chargeConflict";

it.each([
  [shopError("CONFLICT", { reason: "CHARGING_OFF" }), "CHARGING_OFF"],
  [shopError("CONFLICT", { reason: "TOO_MANY_WAITING" }), "TOO_MANY_WAITING"],
  [shopError("CONFLICT", { reason: "ALREADY_CONFIRMED" }), "ALREADY_CONFIRMED"],
  [shopError("CONFLICT", { reason: "LAST_ADMIN" }), undefined],
  [shopError("CONFLICT", {}), undefined],
  [shopError("INVALID_INPUT", { fields: [] }), undefined],
  [clientError("OFFLINE"), undefined],
])("reads %o as %s", (error, expected) => {
  expect(chargeConflictOf(error)).toBe(expected);
});
