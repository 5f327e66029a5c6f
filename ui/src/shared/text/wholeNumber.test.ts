// Spellings that are whole numbers, and spellings that are refused.
import { expect, it } from "vitest";
import { readWholeNumber } from "./wholeNumber";

it.each([
  ["6300", 6300],
  ["6,300", 6300],
  [" ₩6,300 ", 6300],
  ["₩ 6300.00", 6300],
  ["6,300원", 6300],
  ["1,234,567.0 원", 1_234_567],
  ["007", 7],
])("reads %j", (text, number) => expect(readWholeNumber(text)).toBe(number));

it.each(["", "19,99", "1,2345", "6.71866E+11", "12.5", "-5", "１２３", "0,123", "1234,567", "6300.000", "₩5원", "5 000", "9999999999999999999", "5\n6"])(
  "refuses %j",
  (text) => expect(readWholeNumber(text)).toBeUndefined(),
);
