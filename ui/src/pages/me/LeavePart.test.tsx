// Leaving says what is lost before the password is typed, asks once more, and tells what stands in the way.
import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call, read } from "@/ipc/call";
import { shopError } from "@/ipc/errors";
import type { User } from "@/ipc/generated/operations";
import { ok } from "@/ipc/result";
import { renderPage } from "@/shared/testing";
import { LeavePart } from "./LeavePart";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), read: vi.fn(), setCallLanguage: vi.fn() }));

const customer: User = { id: 1, email: "kim@shop.kr", name: "김고객", type: "CUSTOMER", availablePoint: 5_000, usedPoint: 0, createdAt: "2026-03-01T00:00:00.000Z" };

beforeEach(() => {
  const answers: Record<string, unknown> = { get_points: { availablePoint: 5_000, usedPoint: 0 }, my_coupons: { items: [{ id: 1 }, { id: 2 }] } };
  vi.mocked(read).mockImplementation((name: string) => Promise.resolve(answers[name]) as never);
  renderPage(<LeavePart customer={customer} />);
});
afterEach(() => {
  vi.mocked(call).mockReset();
  vi.mocked(read).mockReset();
});

async function leave(): Promise<void> {
  fireEvent.change(screen.getByLabelText("현재 비밀번호"), { target: { value: "a good password" } });
  fireEvent.click(screen.getByRole("button", { name: "회원 탈퇴" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText("보유 포인트 5,000P가 소멸돼요")).toBeVisible();
  fireEvent.click(within(dialog).getByRole("button", { name: "탈퇴하기" }));
}

it("says what is lost, and leaves after the question", async () => {
  expect(await screen.findByText("사용 가능 쿠폰 2장이 소멸돼요")).toBeVisible();
  vi.mocked(call).mockResolvedValue(ok({}));
  await leave();
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("leave_shop", { password: "a good password" }, undefined));
  await vi.waitFor(() => expect(call, "nothing of the session stays here").toHaveBeenCalledWith("logout", {}, undefined));
});

it("names a wrong password at its field", async () => {
  vi.mocked(call).mockResolvedValue(shopError("UNAUTHORIZED", {}));
  await leave();
  expect(await screen.findByText("현재 비밀번호가 일치하지 않아요")).toBeVisible();
});

it("leads to the order that is open", async () => {
  vi.mocked(call).mockResolvedValue(shopError("INVALID_ORDER_STATE", { state: "CONFIRMED", asked: "LEAVE", orderId: 7 }));
  await leave();
  expect(await screen.findByRole("link", { name: "주문 보기" })).toHaveAttribute("href", expect.stringContaining("/orders/7"));
});
