// Where each key leads in the options grid.
import { expect, it } from "vitest";
import { cellAfter } from "./gridKeys";
import type { OptionRow } from "./optionRows";

const fresh: OptionRow = { name: "흰색", nameEn: "", price: 100, stock: 0, state: "NORMAL" };
const kept: OptionRow = { ...fresh, id: 1 };
const gone: OptionRow = { ...kept, state: "DELETED" };
const start = { selectionStart: 0, selectionEnd: 0, value: "ab" };
const middle = { selectionStart: 1, selectionEnd: 1, value: "ab" };
const end = { selectionStart: 2, selectionEnd: 2, value: "ab" };

it.each([
  ["ArrowDown", [0, 1], [fresh, fresh], middle, [1, 1]],
  ["ArrowDown", [1, 1], [fresh, fresh], middle, undefined],
  ["ArrowDown", [0, 0], [fresh, gone, fresh], middle, [2, 0]],
  ["ArrowDown", [0, 3], [fresh, kept, fresh], middle, [2, 3]],
  ["ArrowUp", [1, 2], [fresh, fresh], middle, [0, 2]],
  ["ArrowUp", [0, 2], [fresh], middle, undefined],
  ["ArrowLeft", [0, 1], [fresh], start, [0, 0]],
  ["ArrowLeft", [0, 1], [fresh], middle, undefined],
  ["ArrowLeft", [0, 0], [fresh], start, undefined],
  ["ArrowRight", [0, 1], [fresh], end, [0, 2]],
  ["ArrowRight", [0, 1], [fresh], middle, undefined],
  ["ArrowRight", [0, 2], [kept], end, undefined],
  ["Enter", [0, 2], [fresh, fresh], middle, [1, 2]],
  ["Enter", [1, 2], [fresh, fresh], middle, [2, 0]],
  ["NumpadEnter", [0, 0], [fresh], middle, [1, 0]],
  ["KeyA", [0, 0], [fresh], middle, undefined],
] as const)("%s at %j", (code, [row, cell], rows, caret, to) => {
  expect(cellAfter(code, { row, cell }, rows, caret)).toEqual(to && { row: to[0], cell: to[1] });
});
