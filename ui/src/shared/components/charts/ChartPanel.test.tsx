// A chart says what it shows, and its table can be reached and sorted.
import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { BarChart } from "./BarChart";
import { ChartPanel } from "./ChartPanel";
import type { Column } from "./rows";

interface Row {
  day: string;
  sales: number;
}

const rows: Row[] = [
  { day: "3.4", sales: 1_000 },
  { day: "3.5", sales: 9_000 },
  { day: "3.6", sales: 200 },
];
const columns: Column<Row>[] = [
  { key: "day", label: "일", value: ({ day }) => day },
  { key: "sales", label: "매출", value: ({ sales }) => sales, show: ({ sales }) => `${sales}원` },
];

function show() {
  const points = rows.map(({ day, sales }) => ({ label: day, title: day, values: [sales] }));
  const chart = <BarChart points={points} series={[{ name: "매출", tone: "accent" }]} format={String} summary="사흘 매출" />;
  render(
    <MantineProvider env="test">
      <ChartPanel title="매출" file="sales" chart={chart} columns={columns} rows={rows} keyOf={({ day }) => day} />
    </MantineProvider>,
  );
}

const shown = () => screen.getAllByRole("row").slice(1).map((row) => within(row).getAllByRole("cell").map(({ textContent }) => textContent));

it("is a picture with a summary, and behind it a table of the same figures", async () => {
  show();
  expect(screen.getByRole("img", { name: "사흘 매출" })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("radio", { name: "표" }));
  expect(shown()).toEqual([["3.4", "1000원"], ["3.5", "9000원"], ["3.6", "200원"]]);
});

it("sorts figures from the largest down, then up", async () => {
  show();
  await userEvent.click(screen.getByRole("radio", { name: "표" }));
  const heading = screen.getByRole("button", { name: "매출" });
  await userEvent.click(heading);
  expect(shown().map(([day]) => day)).toEqual(["3.5", "3.4", "3.6"]);
  expect(screen.getByRole("columnheader", { name: "매출" })).toHaveAttribute("aria-sort", "descending");
  await userEvent.click(heading);
  expect(shown().map(([day]) => day)).toEqual(["3.6", "3.4", "3.5"]);
});
