// The page of points in a shop that wants a deposit first: the request, the account, and the own requests.
import { notifications } from "@mantine/notifications";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call, read } from "@/ipc/call";
import { shopError } from "@/ipc/errors";
import type { ChargeRequest } from "@/ipc/generated/operations";
import { ok } from "@/ipc/result";
import { renderPage } from "@/shared/testing";
import PointsPage from ".";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), read: vi.fn(), subscribe: vi.fn(), setCallLanguage: vi.fn() }));
vi.setConfig({ testTimeout: 20_000 });

const account = { bank: "국민은행", number: "123456-01-234567", holder: "박주인" };
const waiting: ChargeRequest = { id: 7, amount: 30_000, depositorName: "김입금", state: "REQUESTED", withdrawn: false, createdAt: "2026-03-02T02:00:00.000Z" };
const rejected: ChargeRequest = { ...waiting, id: 6, amount: 20_000, state: "REJECTED", reason: "입금이 확인되지 않음", decidedAt: "2026-03-02T03:00:00.000Z" };

/** What the shop answers; each mode has its own facts. */
function answer(shop: object, charges: readonly object[] = []): void {
  const answers: Record<string, unknown> = {
    get_shop: { ready: true, name: "가게", ...shop },
    get_points: { availablePoint: 1_000, usedPoint: 0 },
    list_charges: { items: charges },
    list_point_transactions: { items: [] },
    get_me: { id: 1, name: "김고객", availablePoint: 1_000 },
  };
  vi.mocked(read).mockImplementation((name: string) => Promise.resolve(answers[name]) as never);
}

beforeEach(() => answer({ pointCharging: "REQUEST", depositAccount: account }, [waiting, rejected]));
afterEach(() => {
  notifications.clean();
  vi.mocked(call).mockReset();
  vi.mocked(read).mockReset();
});

it("says what to pay, to which account, and how the requests stand", async () => {
  renderPage(<PointsPage />);
  expect(await screen.findByText("123456-01-234567")).toBeVisible();
  expect(await screen.findByText("입금할 금액")).toBeVisible();
  expect(screen.getByText("입금 대기")).toBeVisible();
  expect(screen.getByText("반려 사유: 입금이 확인되지 않음")).toBeVisible();
  expect(screen.getAllByRole("button", { name: "신청 취소" }), "only what waits can be withdrawn").toHaveLength(1);
});

it("requests an amount under the name of the depositor", async () => {
  vi.mocked(call).mockResolvedValue(ok(waiting));
  renderPage(<PointsPage />);
  await userEvent.click(await screen.findByRole("button", { name: "50,000원" }));
  const name = screen.getByLabelText("입금자명");
  await userEvent.clear(name);
  await userEvent.type(name, "김입금");
  await userEvent.click(screen.getByRole("button", { name: "50,000원 충전 신청하기" }));
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("charge_points", { amount: 50_000, depositorName: "김입금" }, expect.anything()));
  const amount = screen.getByLabelText("충전 금액");
  await vi.waitFor(() => expect(amount).toHaveValue(""));
  expect(amount, "the empty field is that of the next request").not.toHaveAttribute("aria-invalid", "true");
});

it("copies the number of the account", async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  renderPage(<PointsPage />);
  await userEvent.click(await screen.findByRole("button", { name: "계좌번호 복사" }));
  expect(writeText).toHaveBeenCalledWith("123456-01-234567");
  expect(await screen.findByText("계좌번호를 복사했어요")).toBeVisible();
});

it("withdraws a request after a question", async () => {
  vi.mocked(call).mockResolvedValue(shopError("CONFLICT", { reason: "ALREADY_CONFIRMED" }));
  renderPage(<PointsPage />);
  const [button] = await screen.findAllByRole("button", { name: "신청 취소" });
  if (button !== undefined) await userEvent.click(button);
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText(/이미 입금했다면/)).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "신청 취소" }));
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("withdraw_charge", { id: 7 }, undefined));
});

it("asks the customer to contact a shop without an account", async () => {
  answer({ pointCharging: "REQUEST" });
  renderPage(<PointsPage />);
  expect(await screen.findByText(/입금 계좌가 아직 등록되지 않았어요/)).toBeVisible();
  expect(await screen.findByText("충전 신청 내역이 없어요.")).toBeVisible();
});

it("charges at once in a shop that gives points, and shows no requests", async () => {
  answer({ pointCharging: "FREE" });
  renderPage(<PointsPage />);
  expect(await screen.findByRole("button", { name: "충전하기" })).toBeVisible();
  expect(screen.queryByText("충전 신청 내역")).toBeNull();
  expect(screen.queryByText("입금 계좌")).toBeNull();
});

it("offers no charge where customers cannot charge points", async () => {
  answer({ pointCharging: "OFF" });
  renderPage(<PointsPage />);
  expect(await screen.findByText(/가게에 문의해 주세요/)).toBeVisible();
  expect(screen.queryByRole("button", { name: /충전/ })).toBeNull();
});
