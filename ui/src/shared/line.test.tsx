// The place in line while an order waits, and afterwards.
import { act, render, screen } from "@testing-library/react";
import { MantineProvider } from "@mantine/core";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LineStatus } from "./components/LineStatus";
import { PlaceText } from "./components/PlaceText";
import { tellLine } from "./line";
import { formatOrdinal } from "./text/format";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function show(waiting: boolean) {
  return render(
    <MantineProvider env="test">
      <LineStatus waiting={waiting} />
    </MantineProvider>,
  );
}

it("says how many are before an order that waits, until no more is told", () => {
  show(true);
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  act(() => tellLine({ arrived: 1_212, before: 211 }));
  expect(screen.getByRole("status")).toHaveTextContent("앞에 211명 · 접수 번호 1,212");
  act(() => void vi.advanceTimersByTime(2_000));
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

it("says nothing where nothing waits", () => {
  show(false);
  act(() => tellLine({ arrived: 12, before: 11 }));
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

it("says as which an order arrived and was served", () => {
  render(
    <MantineProvider env="test">
      <PlaceText place={{ arrived: 212, served: 211 }} />
    </MantineProvider>,
  );
  expect(screen.getByText("212번째로 도착, 211번째로 처리")).toBeInTheDocument();
  expect([1, 2, 3, 4, 11, 12, 21, 112, 212, 1_003].map((nth) => formatOrdinal(nth, "en"))).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "112th", "212th", "1,003rd"]);
});
