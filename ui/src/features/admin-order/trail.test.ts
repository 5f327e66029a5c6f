// From one order to the next as the list had them, over the end of what was loaded.
import { expect, it } from "vitest";
import { lengthened, neighboursOf, type Trail } from "./trail";

const trail: Trail = { ids: [30, 20, 10], request: {}, cursor: "more" };

it.each([
  [30, { previous: undefined, next: 20, isAtEnd: false }],
  [20, { previous: 30, next: 10, isAtEnd: false }],
  [10, { previous: 20, next: undefined, isAtEnd: true }],
  [99, { isAtEnd: false }],
])("knows what stands beside %i", (id, neighbours) => {
  expect(neighboursOf(trail, id)).toEqual(neighbours);
});

it("has nothing beside an order that was opened without the list, and an end where the list ends", () => {
  expect(neighboursOf(undefined, 10)).toEqual({ isAtEnd: false });
  expect(neighboursOf({ ...trail, cursor: undefined }, 10).isAtEnd).toBe(false);
});

it("goes on with the next page, each order once", () => {
  const longer = lengthened(trail, [10, 5, 4], undefined);
  expect(longer.ids).toEqual([30, 20, 10, 5, 4]);
  expect(neighboursOf(longer, 10).next).toBe(5);
  expect(neighboursOf(longer, 4)).toEqual({ previous: 5, next: undefined, isAtEnd: false });
});
