// The page groups checks by invariant and has a text for each.
import { expect, it } from "vitest";
import type { CheckedIdentity } from "@/ipc/generated/operations";
import { gatherInvariants, wordsOf } from "./invariants";

function check(number: number, rows = 0): CheckedIdentity {
  const broken = Array.from({ length: rows }, (_, id) => ({ table: "stock", id, found: "" }));
  // The shop names fewer rows than there are.
  return { number, says: "", sql: "", micros: 1, holds: rows === 0, broken: broken.slice(0, 1), brokenCount: rows };
}

it("gathers checks by identity, and breaks one by any of its checks", () => {
  const board = gatherInvariants({ at: "", holds: false, identities: [check(1), check(1, 2), check(4)] });
  expect(board.map(({ number, holds, brokenRows }) => [number, holds, brokenRows])).toEqual([
    [1, false, 2],
    [2, true, 0],
    [3, true, 0],
    [4, true, 0],
    [5, true, 0],
    [6, true, 0],
    [7, true, 0],
    [8, true, 0],
  ]);
});

it("tells known checks, references, rows and newer ones each in their way", () => {
  expect(wordsOf("initial stock and all its movements make what is available")).toEqual({ kind: "known", key: "stockMoved" });
  expect(wordsOf("cart_item.user_id names a row of user")).toEqual({ kind: "reference", from: "cart_item.user_id", to: "user" });
  expect(wordsOf("every row of order_item can be read by the shop")).toEqual({ kind: "rows", table: "order_item" });
  expect(wordsOf("something new")).toEqual({ kind: "own", says: "something new" });
});
