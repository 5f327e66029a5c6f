// The slider asks for the instant that it shows, steps from change to change by keys and buttons, and says what it does not know.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { shopError } from "@/ipc/errors";
import type { StockAt } from "@/ipc/generated/operations";
import { renderPage } from "@/shared/testing";
import { AsOfPanel } from "./AsOfPanel";
import { useTravel } from "./useTravel";

const at = (second: number) => new Date(Date.UTC(2026, 2, 10, 3, 0, second)).toISOString();

/** Ten units, seven after ten seconds, eight after twenty; now is after thirty. */
function answerAt(instant: string | undefined, change: Partial<StockAt> = {}): StockAt {
  const second = instant === undefined ? 30 : (Date.parse(instant) - Date.parse(at(0))) / 1000;
  const changes = [0, 10, 20];
  const left = [8, 7, 10][[20, 10, 0].findIndex((from) => second >= from)];
  return {
    productId: 1,
    availableQuantity: left,
    instant: at(second),
    firstAt: at(0),
    lastAt: at(20),
    latestAt: at(30),
    previousAt: changes.filter((each) => each < second).map(at).at(-1),
    nextAt: changes.filter((each) => each > second).map(at).at(0),
    causes: [{ at: at(10), kind: "SET", change: -3, after: 7, actorId: 2, actorName: "박주인", reason: "재고 실사" }],
    hasEarlier: false,
    check: "MATCHES",
    ...change,
  } as StockAt;
}

const asked = vi.fn<(instant: string | undefined) => Promise<StockAt>>();

function Page() {
  const travel = useTravel();
  const query = useQuery({ queryKey: ["at", travel.asked ?? null], queryFn: () => asked(travel.asked), placeholderData: keepPreviousData, retry: false });
  return (
    <AsOfPanel noun="stock" travel={travel} query={query}>
      {({ availableQuantity }) => `${availableQuantity}개`}
    </AsOfPanel>
  );
}

const slider = () => screen.findByRole<HTMLInputElement>("slider");
const value = () => screen.getByRole("status", { name: "조회 시점의 값" });

afterEach(() => void asked.mockReset());

it("begins at now and steps to the changes by the arrow keys", async () => {
  asked.mockImplementation((instant) => Promise.resolve(answerAt(instant)));
  renderPage(<Page />);
  const range = await slider();
  expect(range).toHaveAttribute("aria-valuetext", "2026.03.10(화) 12:00:30 · 현재");
  fireEvent.keyDown(range, { code: "ArrowLeft" });
  await waitFor(() => expect(value()).toHaveTextContent("8개"));
  expect(asked, "the change before now").toHaveBeenLastCalledWith(at(20));
  await waitFor(() => expect(screen.getByRole("button", { name: "다음 변동 시점" }), "no change after it").toHaveAttribute("aria-disabled", "true"));
  fireEvent.keyDown(range, { code: "ArrowDown" });
  await waitFor(() => expect(value()).toHaveTextContent("7개"));
  expect(range.valueAsNumber, "the slider stands there").toBe(Date.parse(at(10)));
  fireEvent.click(screen.getByRole("button", { name: "다음 변동 시점" }));
  await waitFor(() => expect(value()).toHaveTextContent("8개"));
  fireEvent.click(screen.getByRole("button", { name: "현재로 이동" }));
  await waitFor(() => expect(range).toHaveAttribute("aria-valuetext", "2026.03.10(화) 12:00:30 · 현재"));
});

it("moves at once when it is dragged, and asks when it rests", async () => {
  asked.mockImplementation((instant) => Promise.resolve(answerAt(instant)));
  renderPage(<Page />);
  const range = await slider();
  for (const second of [3, 4, 5]) fireEvent.change(range, { target: { value: String(Date.parse(at(second))) } });
  expect(range).toHaveAttribute("aria-valuetext", "2026.03.10(화) 12:00:05");
  await waitFor(() => expect(value()).toHaveTextContent("10개"));
  expect(asked.mock.calls.map(([instant]) => instant), "only where it rested").toEqual([undefined, at(5)]);
  fireEvent.change(range, { target: { value: range.max } });
  expect(range, "the end is now").toHaveAttribute("aria-valuetext", "2026.03.10(화) 12:00:30 · 현재");
});

it("shows each cause with its figures, who and why", async () => {
  asked.mockImplementation((instant) => Promise.resolve(answerAt(instant, { hasEarlier: true, earlierValue: 10 })));
  renderPage(<Page />);
  const list = await screen.findByRole("group", { name: "변동 원인" });
  expect(list).toHaveTextContent("실사 -3개 (변동 후 7개) · 박주인 · 재고 실사");
  expect(list).toHaveTextContent("최근 1건만 표시합니다. 그 이전 값: 10개");
});

it("says where the records contradict what is stored, and where that was not compared", async () => {
  asked.mockResolvedValueOnce(answerAt(undefined, { check: "DIFFERS" }));
  renderPage(<Page />);
  expect(await screen.findByRole("alert")).toHaveTextContent("기록된 변동과 저장된 현재 값이 일치하지 않습니다.");
  cleanup();
  asked.mockResolvedValueOnce(answerAt(undefined, { check: "NOT_CHECKED", causes: [] }));
  renderPage(<Page />);
  expect(await screen.findByText(/대조를 생략했습니다/)).toBeVisible();
  expect(screen.getByText("이 시점까지 기록된 변동이 없습니다.")).toBeVisible();
});

it("keeps the former answer, marked as busy, while another is read, and takes a step that waits afterwards", async () => {
  let answer: (value: StockAt) => void = () => undefined;
  asked.mockImplementation((instant) => Promise.resolve(answerAt(instant)));
  asked.mockResolvedValueOnce(answerAt(undefined)).mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  renderPage(<Page />);
  const range = await slider();
  fireEvent.keyDown(range, { code: "ArrowLeft" });
  await waitFor(() => expect(value().parentElement).toHaveAttribute("aria-busy", "true"));
  fireEvent.keyDown(range, { code: "ArrowLeft" });
  expect(asked, "what is before the change is not known yet").toHaveBeenCalledTimes(2);
  answer(answerAt(at(20)));
  await waitFor(() => expect(value()).toHaveTextContent("7개"));
  expect(asked.mock.calls.map(([instant]) => instant), "both steps").toEqual([undefined, at(20), at(10)]);
});

it("offers another try where nothing could be read", async () => {
  asked.mockRejectedValueOnce(shopError("INTERNAL_ERROR", {})).mockResolvedValueOnce(answerAt(undefined));
  renderPage(<Page />);
  fireEvent.click(await screen.findByRole("button", { name: "다시 시도" }));
  await waitFor(() => expect(value()).toHaveTextContent("8개"));
});
