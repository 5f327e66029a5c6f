// What the Lab replays: a race step by step, a killed process, a failed payment. The address opens each part.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { LabFailure, LabPlug, LabRace, LabState, LabStep } from "@/ipc/generated/operations";
import { renderPage, standInWindow } from "@/shared/testing";
import { DemoFault, PaymentView } from "./PaymentView";
import { PlugView } from "./PlugView";
import { RaceView } from "./RaceView";

const START: LabState = { available: 1, sold: 0, orders: 0, paid: 0, failed: 0, points: 100_000, couponsUsed: 0, answers: 0 };
const SOLD: LabState = { ...START, available: 0, sold: 1, orders: 1 };

function statement(side: LabStep["side"], text: string, state: LabState, isKey = true): LabStep {
  return { side, act: "statement", statement: text, isKey, answer: { rows: 1, values: [{ name: "available_quantity", value: "1" }] }, state };
}

const RACE: LabRace = {
  guard: "none", seed: 7, customers: ["서지유", "강은주"], winners: ["first", "second"], oversold: 1, oversoldWon: 10_000,
  identities: [{ identity: 1, says: "stock", table: "stock", id: 1, found: "0 <> 1" }],
  steps: [
    statement("first", "SELECT available_quantity FROM stock", START),
    statement("first", "SELECT value FROM setting", START, false),
    statement("second", "UPDATE stock SET available_quantity = 0", SOLD),
    { side: "second", act: "granted", isKey: true, state: SOLD },
  ],
};

const PLUG: LabPlug = {
  moment: "before-commit", processId: 4_242, signal: 9, statement: "COMMIT", before: START, inside: { ...SOLD, answers: 1 }, reopened: START,
  repeated: { ...SOLD, paid: 1, points: 90_000, answers: 2 }, walBytes: 8_272, fileBytes: 446_464, reopenMs: 5.4,
  order: { answer: "ORD-1", wasStored: false, isStable: true }, payment: { answer: "10000", wasStored: false, isStable: true }, reopenedIdentities: [], identities: [],
};

const FAILURE: LabFailure = {
  before: { ...SOLD, couponsUsed: 1 }, after: { ...START, failed: 1 }, code: "PAYMENT_FAILED", identities: [],
  steps: [{ side: "first", act: "break-off", isKey: true, state: { ...SOLD, points: 93_000 } }, statement("shop", "UPDATE stock SET available_quantity = 1", START)],
};

const asked: [string, unknown][] = [];
const ANSWERS: Record<string, unknown> = { race_lab: RACE, pull_the_plug: PLUG, fail_payment_in_lab: FAILURE, get_shop: { demo: true }, arm_fault: { point: "payment", times: 1 } };
let answers = ANSWERS;

standInWindow((command: string, { request }: { request: unknown }) => {
  asked.push([command, request]);
  return Promise.resolve(answers[command] ?? {});
});

beforeEach(() => {
  asked.length = 0;
  answers = ANSWERS;
});

describe("a race", () => {
  it("walks through the steps that matter, forth and back, and tells who got it", async () => {
    renderPage(<RaceView />);
    await userEvent.click(screen.getByRole("button", { name: "경쟁 실행" }));
    expect(await screen.findByRole("status")).toHaveTextContent("1개 초과 판매, 손실 10,000원");
    expect(asked).toEqual([["race_lab", { guard: "none", seed: 7 }]]);
    expect(screen.getByText("3단계 중 1단계")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "이전 단계" })).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "다음 단계" }));
    const present = screen.getByRole("list", { name: "경쟁 단계" });
    expect(within(present).getByRole("button", { current: "step" })).toHaveTextContent("강은주(둘째)UPDATE stock SET available_quantity = 0");
    await userEvent.click(screen.getByRole("button", { name: "다음 단계" }));
    expect(screen.getByRole("button", { name: "다음 단계" })).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "이전 단계" }));
    expect(screen.getByText("3단계 중 2단계")).toBeInTheDocument();
  });

  it("keeps its place when all statements are shown", async () => {
    renderPage(<RaceView />);
    await userEvent.click(screen.getByRole("button", { name: "경쟁 실행" }));
    await userEvent.click(await screen.findByRole("button", { name: "다음 단계" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "모든 명령 표시" }));
    expect(screen.getByText("4단계 중 3단계")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "이전 단계" }));
    expect(screen.getByText("4단계 중 2단계")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("checkbox", { name: "모든 명령 표시" }));
    expect(screen.getByText("3단계 중 1단계")).toBeInTheDocument();
  });

  it("plays by itself until it is paused", async () => {
    renderPage(<RaceView />);
    await userEvent.click(screen.getByRole("button", { name: "경쟁 실행" }));
    await userEvent.click(await screen.findByRole("button", { name: "재생" }));
    expect(await screen.findByText("3단계 중 2단계", {}, { timeout: 5_000 })).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "일시 정지" }));
    expect(screen.getByRole("button", { name: "재생" })).toBeInTheDocument();
  });
});

describe("a killed process", () => {
  it("is asked for at the chosen moment, and what was open is told to be rolled back", async () => {
    renderPage(<PlugView />);
    await userEvent.click(screen.getByRole("button", { name: "강제 종료" }));
    expect(await screen.findByRole("status")).toHaveTextContent("완료되지 않은 변경은 취소되었고 재시도로 주문이 완료되었습니다");
    expect(asked).toEqual([["pull_the_plug", { moment: "before-commit" }]]);
    const rows = within(screen.getByRole("table")).getAllByRole("row").slice(1);
    expect(rows.map((row) => within(row).getAllByRole("cell").slice(0, 3).map(({ textContent }) => textContent))).toEqual([["1", "0", "0"], ["0", "1", "1"], ["1", "0", "0"], ["0", "1", "1"]]);
    expect(screen.getByText("4242, 신호 9로 종료")).toBeInTheDocument();
    expect(screen.getByText("ORD-1 · 새로 처리")).toBeInTheDocument();
  });

  it("is told to be broken where the repetition got another answer", async () => {
    answers = { ...ANSWERS, pull_the_plug: { ...PLUG, order: { ...PLUG.order, isStable: false } } };
    renderPage(<PlugView />);
    await userEvent.click(screen.getByRole("button", { name: "강제 종료" }));
    expect(await screen.findByRole("status")).toHaveTextContent("데이터가 어긋났습니다");
  });
});

describe("a failed payment", () => {
  it("is compensated step by step", async () => {
    renderPage(<PaymentView />);
    await userEvent.click(screen.getByRole("button", { name: "결제 오류 실행" }));
    expect(await screen.findByRole("status")).toHaveTextContent("재고, 쿠폰, 포인트가 모두 복원되었습니다");
    expect(within(screen.getByRole("list", { name: "결제 단계" })).getAllByRole("button")).toHaveLength(2);
  });

  it("is told to be broken where something is missing afterwards", async () => {
    answers = { ...ANSWERS, fail_payment_in_lab: { ...FAILURE, after: { ...FAILURE.after, points: 93_000 } } };
    renderPage(<PaymentView />);
    await userEvent.click(screen.getByRole("button", { name: "결제 오류 실행" }));
    expect(await screen.findByRole("status")).toHaveTextContent("데이터가 어긋났습니다");
  });

  it("can be made in the demo shop, once until it has happened", async () => {
    renderPage(<DemoFault />);
    await userEvent.click(await screen.findByRole("button", { name: "다음 결제에 오류 발생" }));
    expect(await screen.findByRole("status")).toHaveTextContent("데모 매장의 다음 결제에서 오류가 발생합니다.");
    expect(asked.at(-1)).toEqual(["arm_fault", { point: "payment", times: 1 }]);
  });

  it("is not offered in a shop of one's own", async () => {
    answers = { ...ANSWERS, get_shop: { demo: false } };
    renderPage(<DemoFault />);
    await Promise.resolve();
    expect(screen.queryByRole("button", { name: "다음 결제에 오류 발생" })).not.toBeInTheDocument();
  });
});
