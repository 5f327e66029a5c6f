// The hint follows length and variety.
import { expect, it } from "vitest";
import { passwordStrength } from "./passwordStrength";

it.each([
  ["", "short"],
  ["abc1!", "short"],
  ["aaaaaaaa1", "weak"],
  ["onlyletters", "weak"],
  ["jangteo1", "fair"],
  ["jangteo-demo-1", "good"],
  ["correct horse battery staple", "good"],
  ["감귤사과포도복숭아참외", "weak"],
])("%s is %s", (password, expected) => {
  expect(passwordStrength(password)).toBe(expected);
});
