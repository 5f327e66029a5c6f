// What stops the shop stands above what can wait.
import { expect, it } from "vitest";
import type { Alert, AlertKind } from "@/ipc/generated/operations";
import { urgentFirst } from "./queries";

const alert = (kind: AlertKind): Alert => ({ kind, count: 1, names: [], isNew: false });

it("puts a shop that cannot save above low stock, and keeps the order of the others", () => {
  const items = [alert("LOW_STOCK"), alert("PAYMENT_FAILED"), alert("STORAGE"), alert("LOW_DISK"), alert("CLOCK")];
  const sorted = urgentFirst({ items, newCount: 0, day: "2026-03-05", asOf: "2026-03-05T05:30:00.000Z" });
  expect(sorted.items.map(({ kind }) => kind)).toEqual(["STORAGE", "CLOCK", "LOW_STOCK", "PAYMENT_FAILED", "LOW_DISK"]);
});
