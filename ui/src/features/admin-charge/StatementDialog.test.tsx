// A pasted statement is matched as a preview; the sure deposit is picked, the doubtful one is not, and what is picked is confirmed.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { call } from "@/ipc/call";
import { shopError } from "@/ipc/errors";
import type { AdminCharge, StatementPreview } from "@/ipc/generated/operations";
import { ok } from "@/ipc/result";
import { renderPage } from "@/shared/testing";
import { StatementDialog } from "./StatementDialog";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), read: vi.fn(), setCallLanguage: vi.fn() }));
vi.setConfig({ testTimeout: 20_000 });
// A field that grows with its text looks at the fonts, which this browser does not have.
Object.defineProperty(document, "fonts", { value: { addEventListener: vi.fn(), removeEventListener: vi.fn() }, configurable: true });

const charge = (id: number, amount: number): AdminCharge => ({
  id, amount, depositorName: `입금${id}`, state: "REQUESTED", withdrawn: false, createdAt: "2026-03-02T02:00:00.000Z", userId: 2, userName: "김고객", userEmail: "a@b.kr",
});
const line = { day: "2026-03-02", confirmed: false, payments: [] };
const preview: StatementPreview = {
  bank: "KB",
  lines: [
    { ...line, row: 2, depositor: "입금7", amount: 30_000, found: "SURE", charges: [charge(7, 30_000)] },
    { ...line, row: 3, depositor: "입금8", amount: 5_000, found: "DOUBTFUL", doubt: "SEVERAL_DEPOSITS", charges: [charge(8, 5_000)] },
    { ...line, row: 4, depositor: "박다른", amount: 9_000, found: "UNMATCHED", charges: [] },
  ],
  unread: [{ row: 9, reason: "DAY" }],
  unreadCount: 1,
};

afterEach(() => void vi.mocked(call).mockReset());

async function paste(): Promise<void> {
  await userEvent.click(await screen.findByLabelText("거래내역 붙여넣기"));
  await userEvent.paste("거래일시,보낸분/받는분,입금액");
  await userEvent.click(screen.getByRole("button", { name: "대조" }));
}

it("picks what is sure, says why the others are not, and confirms the picked ones", async () => {
  vi.mocked(call).mockResolvedValue(ok(preview));
  const onConfirm = vi.fn().mockResolvedValue(true);
  renderPage(<StatementDialog opened onClose={() => undefined} onConfirm={onConfirm} />);
  await paste();
  expect(call).toHaveBeenCalledWith("match_payments", { csv: "거래일시,보낸분/받는분,입금액" }, undefined);
  expect(await screen.findByText(/읽지 못한 행: 9/)).toBeVisible();
  const [sure, doubtful] = screen.getAllByRole("checkbox");
  expect(sure).toBeChecked();
  expect(doubtful).not.toBeChecked();
  expect(screen.getByText(/입금자명과 금액이 같은 입금이 여러 건입니다/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "1건 입금 확인 · 30,000원" }));
  expect(onConfirm).toHaveBeenCalledWith([charge(7, 30_000)]);
});

it("says what is missing where the columns are unknown, and keeps what was pasted", async () => {
  vi.mocked(call).mockResolvedValue(shopError("INVALID_INPUT", { fields: [{ field: "csv", reason: "UNKNOWN_COLUMNS" }] }));
  renderPage(<StatementDialog opened onClose={() => undefined} onConfirm={() => Promise.resolve(true)} />);
  await paste();
  expect(await screen.findByRole("alert")).toHaveTextContent("항목을 찾을 수 없습니다");
  expect(screen.getByLabelText("거래내역 붙여넣기")).toHaveValue("거래일시,보낸분/받는분,입금액");
});
