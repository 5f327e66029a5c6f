// The Lab's page: in a browser it says where it runs; in the window one crowd meets each guard in turn.
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LabOutcome, RunLab } from "@/ipc/generated/operations";
import { renderPage } from "@/shared/testing";
import LabPage from ".";

const WAITS = [0, 700, 300, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

function outcome(request: RunLab): LabOutcome {
  const broken = request.guard === "none" ? [{ identity: 3, says: "a coupon's count", table: "coupon", id: 1, found: "12 of 10" }] : [];
  return {
    ...request, arrivalMs: 0, arrivals: "abc", granted: request.guard === "none" ? 1_000 : 100, refused: request.guard === "none" ? 0 : 900, refusals: {},
    oversold: request.guard === "none" ? 900 : 0, oversoldWon: request.guard === "none" ? 2_700_000 : 0, inversions: 0, retries: 0, busy: 0, seconds: 0.1, perSecond: 9_000,
    waits: { p50Ms: 1, p95Ms: 2, p99Ms: 3, maxMs: 4 }, series: [{ seconds: 0.1, arrived: 1_000, granted: 100, refused: 900, waiting: 0, left: 0, waits: WAITS }], served: [0, 1, 3, 2], identities: broken,
  };
}

it("says in a browser where it runs", () => {
  renderPage(<LabPage />);
  expect(screen.getByText("데스크톱 앱에서 실행할 수 있습니다")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "실행" })).not.toBeInTheDocument();
});

describe("in the window", () => {
  let asked: RunLab[] = [];

  beforeEach(() => {
    asked = [];
    const invoke = (command: string, { request }: { request: RunLab }) => {
      if (command !== "run_lab") return Promise.resolve({});
      asked.push(request);
      return Promise.resolve(outcome(request));
    };
    Object.defineProperty(window, "__TAURI_INTERNALS__", { value: { invoke, transformCallback: () => 1 }, configurable: true });
  });
  afterEach(() => void Reflect.deleteProperty(window, "__TAURI_INTERNALS__"));

  it("sends the same crowd to each guard, the weakest first, and tells what each made of it", async () => {
    renderPage(<LabPage />);
    await userEvent.click(screen.getByRole("button", { name: "실행" }));
    await screen.findByRole("heading", { name: "결과 비교" });
    await waitFor(() => expect(asked.map(({ guard }) => guard)).toEqual(["none", "one-lock", "compare-and-set", "keyed"]));
    expect(new Set(asked.map(({ seed, people, stock }) => `${seed} ${people} ${stock}`))).toEqual(new Set(["7 1000 100"]));
    const said = async (guard: string) => within(await screen.findByRole("region", { name: guard })).findByRole("status");
    expect(await said("제어 없음")).toHaveTextContent("900개 초과 판매, 손실 2,700,000원");
    expect(await said("키별 대기열")).toHaveTextContent("초과 판매 없이 100건 성공");
  });

  it("shows how long each guard let wait, and in which order it served, with a table behind", async () => {
    renderPage(<LabPage />);
    await userEvent.click(screen.getByRole("button", { name: "실행" }));
    await screen.findByRole("heading", { name: "결과 비교" });
    const waits = screen.getByRole("region", { name: "대기 시간" });
    await userEvent.click(within(waits).getByText("표"));
    const rows = within(within(waits).getByRole("table")).getAllByRole("row");
    expect(rows.map((row) => within(row).getAllByRole(row === rows[0] ? "columnheader" : "cell").map(({ textContent }) => textContent))).toEqual([
      ["대기 시간", "제어 없음", "전체 잠금 하나", "비교 후 갱신", "키별 대기열"],
      ["2ms 미만", "700", "700", "700", "700"],
      ["4ms 미만", "300", "300", "300", "300"],
    ]);
    const order = screen.getByRole("region", { name: "처리 순서" });
    expect(order).toHaveTextContent("순서 역전 0건");
    await userEvent.click(within(order).getByText("표"));
    expect(within(order).getAllByRole("row")).toHaveLength(5);
  });

  it("stops the present run, and meets no further guard", async () => {
    const commands: string[] = [];
    let end: (outcome: LabOutcome) => void = () => undefined;
    const invoke = (command: string, { request }: { request: RunLab }) => {
      commands.push(command);
      if (command !== "run_lab") return Promise.resolve({});
      return new Promise<LabOutcome>((resolve) => (end = () => resolve(outcome(request))));
    };
    Object.defineProperty(window, "__TAURI_INTERNALS__", { value: { invoke, transformCallback: () => 1 }, configurable: true });
    renderPage(<LabPage />);
    await userEvent.click(screen.getByRole("button", { name: "실행" }));
    await userEvent.click(await screen.findByRole("button", { name: "중지" }));
    end({} as LabOutcome);
    await screen.findByRole("button", { name: "실행" });
    expect(commands).toEqual(["run_lab", "stop_lab"]);
    expect(screen.queryByRole("heading", { name: "결과 비교" })).not.toBeInTheDocument();
  });

  it("runs nothing that is outside the bounds", async () => {
    renderPage(<LabPage />);
    const users = screen.getByRole("textbox", { name: "참여자" });
    await userEvent.clear(users);
    await userEvent.type(users, "200000");
    expect(screen.getByText("1~100,000 사이로 입력해 주세요")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "실행" })).toBeDisabled();
    expect(asked).toEqual([]);
  });
});
