// The filter in the address.
import { expect, it } from "vitest";
import { typeOf } from "./ledgerType";

it.each([
  [null, undefined],
  ["all", undefined],
  ["REFUND", "REFUND"],
  ["refund", undefined],
  ["GIFT", undefined],
])("%s shows %s", (named, expected) => {
  expect(typeOf(named)).toBe(expected);
});
