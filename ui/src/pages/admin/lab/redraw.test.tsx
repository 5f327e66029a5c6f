// What ten states a second redraw while a crowd runs: the chart of that run and the wait times, and nothing else of the page.
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type * as Scenarios from "@/features/admin-lab/scenarios";
import { faults } from "@/features/admin-lab/scenarios";
import type { LabOutcome, LabProgress, RunLab } from "@/ipc/generated/operations";
import { renderPage } from "@/shared/testing";
import { Board } from "./Board";
import { OrderChart } from "./OrderChart";
import type * as Charts from "./RunChart";
import { RunChart } from "./RunChart";
import LabPage from ".";

// Each counts how often it is drawn: the form asks for its faults, a card that is done shows its board.
vi.mock("@/features/admin-lab/scenarios", async (original) => {
  const all = await original<typeof Scenarios>();
  return { ...all, faults: vi.fn(all.faults) };
});
vi.mock("./Board", () => ({ Board: vi.fn(() => null) }));
vi.mock("./OrderChart", () => ({ OrderChart: vi.fn(() => null) }));
vi.mock("./RunChart", async (original) => ({ RunChart: vi.fn((await original<typeof Charts>()).RunChart) }));

const progress = (granted: number): LabProgress => ({ seconds: granted / 10, arrived: granted, granted, refused: 0, waiting: 0, left: 100 - granted, waits: [granted, 0] });

function outcome(request: RunLab): LabOutcome {
  return {
    ...request, arrivalMs: 0, arrivals: "abc", granted: 100, refused: 900, refusals: {}, oversold: 0, oversoldWon: 0, inversions: 0, retries: 0, busy: 0, seconds: 0.1,
    perSecond: 9_000, waits: { p50Ms: 1, p95Ms: 2, p99Ms: 3, maxMs: 4 }, series: [progress(100)], served: [0, 1], identities: [],
  };
}

/** The first guard is done at once; the second one runs until its test is over. */
let tell: (state: LabProgress) => void;

beforeEach(() => {
  const invoke = (command: string, { request }: { request: RunLab }) => {
    if (command !== "run_lab") return Promise.resolve({});
    return request.guard === "none" ? Promise.resolve(outcome(request)) : new Promise(() => undefined);
  };
  const transformCallback = (callback: (message: object) => void) => {
    let index = 0;
    tell = (message) => callback({ index: index++, message });
    return 1;
  };
  Object.defineProperty(window, "__TAURI_INTERNALS__", { value: { invoke, transformCallback }, configurable: true });
});
afterEach(() => void Reflect.deleteProperty(window, "__TAURI_INTERNALS__"));

it("redraws the chart of the present run alone", async () => {
  renderPage(<LabPage />);
  fireEvent.click(screen.getByRole("button", { name: "실행" }));
  await screen.findByRole("heading", { name: "결과 비교" });
  const card = within(await screen.findByRole("region", { name: "전체 잠금 하나" }));
  await waitFor(() => expect(card.getByLabelText("실행 중")).toBeInTheDocument());
  const parts = [faults, Board, OrderChart, RunChart].map((part) => vi.mocked(part));
  const drawn = () => parts.map(({ mock }) => mock.calls.length);
  const [form = 0, board = 0, order = 0, chart = 0] = drawn();
  for (let granted = 1; granted <= 10; granted += 1) act(() => tell(progress(granted)));
  expect(card.getByText("성공").closest("li")).toHaveTextContent("성공 10");
  expect(screen.getByRole("img", { name: "전체 잠금 하나의 대기 시간, 응답 10건" })).toBeInTheDocument();
  expect(drawn()).toEqual([form, board, order, chart + 10]);
});
