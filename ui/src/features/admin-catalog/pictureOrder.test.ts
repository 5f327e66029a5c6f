// Where each picture goes.
import { expect, it } from "vitest";
import { moved } from "./pictureOrder";

it.each([
  ["abc", 0, 0, "abc"],
  ["abc", 0, 2, "bca"],
  ["abc", 2, 0, "cab"],
  ["abc", 1, 2, "acb"],
  ["a", 0, 0, "a"],
  ["abc", 7, 0, "abc"],
])("%s: %i to %i", (pictures, from, to, after) => {
  expect(moved([...pictures], from, to).join("")).toBe(after);
});
