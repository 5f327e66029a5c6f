// Words of a stage replace each other; stages keep their order.
import { expect, it } from "vitest";
import type { DemoProgress } from "@/ipc/generated/operations";
import { withStep } from "./useDemoFill";

it("keeps one word a stage, in the order in which they began", () => {
  const words: DemoProgress[] = [
    { stage: "products", done: 10, total: 60 },
    { stage: "products", done: 60, total: 60 },
    { stage: "customers", done: 1, total: 50 },
  ];
  expect(words.reduce(withStep, [] as ReturnType<typeof withStep>)).toEqual([words[1], words[2]]);
});
