// Which words are an act, and which are only looked for.
import { expect, it } from "vitest";
import { type PaletteAct, parseCommand } from "./paletteCommand";

it.each<[string, PaletteAct, string]>([
  ["ship ORD-20260302-000001", "ship", "ORD-20260302-000001"],
  ["Ship  ord-20260302", "ship", "ord-20260302"],
  ["발송 ORD-20260302-000001", "ship", "ORD-20260302-000001"],
  ["발송 처리 김손님", "ship", "김손님"],
  ["김손님 발송", "ship", "김손님"],
  ["발송", "ship", ""],
  ["stock 감귤", "stock", "감귤"],
  ["재고 감귤", "stock", "감귤"],
  ["감귤 재고", "stock", "감귤"],
  ["제주 감귤 재고 조정", "stock", "제주 감귤"],
  ["refund 0001", "refund", "0001"],
  ["환불 0001", "refund", "0001"],
  ["감귤", "open", "감귤"],
  ["shipping", "open", "shipping"],
  ["재고정리 감귤", "open", "재고정리 감귤"],
  ["mug stock", "open", "mug stock"],
  ["  ㄱㅅㄴ ", "open", "ㄱㅅㄴ"],
  ["", "open", ""],
])("understands %j as %s of %j", (typed, act, words) => {
  expect(parseCommand(typed)).toEqual({ act, words });
});
