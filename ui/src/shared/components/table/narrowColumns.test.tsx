// Which columns a narrow window shows, and where.
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Column } from "./column";
import { narrowColumns } from "./narrowColumns";

interface Parcel {
  number: string;
  buyer: string;
  mail: string;
  state: string;
  total: string;
}

const PARCEL: Parcel = { number: "ORD-1", buyer: "강은주", mail: "k@example.com", state: "배송 준비", total: "9,900원" };

const COLUMNS: readonly Column<Parcel>[] = [
  { id: "number", title: "번호", main: true, width: 12, cell: ({ number }) => number },
  { id: "buyer", title: "고객", narrow: "below", brief: ({ buyer }) => buyer, cell: ({ mail }) => mail },
  { id: "state", title: "상태", narrow: "aside", cell: ({ state }) => state },
  { id: "total", title: "금액", narrow: "aside", sort: { descending: "dear" }, figures: true, cell: ({ total }) => total },
  { id: "mail", title: "이메일", cell: ({ mail }) => mail },
];

it("leaves two columns: what a row is, and what counts about it", () => {
  const [first, second, ...others] = narrowColumns(COLUMNS);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ id: "number", main: true, width: undefined });
  expect(second).toMatchObject({ title: "금액", figures: true, sort: { descending: "dear" } });
});

it("says below the name what is brief, and nothing of what has no place", () => {
  const [first, second] = narrowColumns(COLUMNS);
  render(
    <>
      <div data-testid="first">{first?.cell(PARCEL)}</div>
      <div data-testid="second">{second?.cell(PARCEL)}</div>
    </>,
  );
  expect(screen.getByTestId("first")).toHaveTextContent(/^ORD-1\s*강은주$/);
  expect(screen.getByTestId("second")).toHaveTextContent(/^배송 준비\s*9,900원$/);
  expect(screen.queryByText("k@example.com")).toBeNull();
});

it("leaves the columns as they are where none is the main one", () => {
  const plain = COLUMNS.slice(1);
  expect(narrowColumns(plain)).toBe(plain);
});
