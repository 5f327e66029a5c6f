// Only an alert that arose between two lists is new.
import { expect, it } from "vitest";
import type { Alert, AlertList } from "@/ipc/generated/operations";
import { arisen } from "./useNewAlerts";

const low = (arisenAt: string | undefined, isNew = true): Alert => ({ kind: "LOW_STOCK", count: 1, names: ["찻잔"], arisenAt, isNew });
const list = (...items: Alert[]): AlertList => ({ items, newCount: 0, day: "2026-03-05", asOf: "2026-03-05T05:30:00.000Z" });
const [EARLY, LATE] = ["2026-03-05T05:00:00.000Z", "2026-03-05T05:20:00.000Z"];

it.each([
  ["the first", list(), list(low(EARLY)), 1],
  ["one more of its kind", list(low(EARLY)), list(low(LATE)), 1],
  ["the same", list(low(EARLY)), list(low(EARLY)), 0],
  ["one that is over", list(low(EARLY)), list(), 0],
  ["one that the shop has not told of yet", list(), list(low(undefined, false)), 0],
  ["one that was just noted", list(low(undefined, false)), list(low(EARLY)), 1],
  ["one that was seen elsewhere", list(low(EARLY)), list(low(LATE, false)), 0],
])("takes %s for what it is", (_, before, after, news) => {
  expect(arisen(before, after)).toHaveLength(news);
});
