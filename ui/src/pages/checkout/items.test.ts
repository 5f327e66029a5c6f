// Which lines an address names.
import { expect, it } from "vitest";
import { readItems } from "./items";

it.each([
  ["1,2", [1, 2]],
  ["2,2,1", [2, 1]],
  ["3,x,-1,0,1.5", [3]],
  ["", undefined],
  ["nonsense", undefined],
  [null, undefined],
])("%j names %j", (text, ids) => {
  expect(readItems(text)).toEqual(ids);
});
