// The panel's palette: what is found is grouped and opened, an act is done by keyboard alone, and old answers are dropped.
import { notifications, notificationsStore } from "@mantine/notifications";
import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call, type OperationName, read } from "@/ipc/call";
import type { AdminOrder } from "@/ipc/generated/operations";
import { ok } from "@/ipc/result";
import { renderPage } from "@/shared/testing";
import { palette, paletteStore } from "../shell/paletteStore";
import { AdminPalette } from "./AdminPalette";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), read: vi.fn(), setCallLanguage: vi.fn() }));

const order = {
  id: 7, orderNumber: "ORD-20260302-000007", state: "CONFIRMED", deliveryState: "PREPARING", totalAmount: 12_000,
  customer: { id: 3, name: "김손님", email: "kim@example.kr" }, items: [{ id: 1, productName: "제주 감귤 5kg" }],
} as unknown as AdminOrder;
const answers: Partial<Record<OperationName, unknown[]>> = {
  list_orders_for_admin: [order],
  list_products_for_admin: [{ id: 5, name: "제주 감귤 5kg", availableQuantity: 4, options: [] }],
  list_users: [{ id: 3, name: "김손님", email: "kim@example.kr", phone: "010-1234-5678" }],
  list_coupons_for_admin: [{ id: 9, name: "감귤 10% 할인", state: "NORMAL" }],
};

/** The requests for an operation since the test began. */
const asked = (name: OperationName) => vi.mocked(read).mock.calls.filter(([one]) => one === name).map(([, request]) => request);

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
  vi.mocked(read).mockImplementation((name) => Promise.resolve({ items: answers[name] ?? [] }) as never);
  renderPage(<AdminPalette places={[]} />);
  act(() => palette.open());
});
afterEach(() => {
  act(() => palette.close());
  notifications.clean();
  vi.mocked(call).mockReset();
  vi.mocked(read).mockReset();
});

/** All at once, so that a busy machine asks no more than once. */
const enter = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } });
const field = () => screen.findByLabelText("빠른 이동");

it("finds orders, products, customers and coupons in groups", async () => {
  enter(await field(), "감귤");
  expect(await screen.findByText("ORD-20260302-000007")).toBeVisible();
  for (const name of ["제주 감귤 5kg", "김손님", "감귤 10% 할인"]) expect(screen.getByText(name)).toBeVisible();
  expect(asked("list_orders_for_admin"), "once the typing rests").toEqual([{ q: "감귤", limit: 5 }]);
});

it("ships the order that was named, and offers to undo it", async () => {
  vi.mocked(call).mockResolvedValue(ok({ ...order, deliveryState: "SHIPPED" }));
  enter(await field(), "ship ORD-20260302-000007");
  await screen.findByText("ORD-20260302-000007");
  expect(asked("list_orders_for_admin")).toEqual([{ q: "ORD-20260302-000007", state: "CONFIRMED", deliveryState: "PREPARING", limit: 5 }]);
  expect(asked("list_users"), "an act finds only what it can be done to").toEqual([]);
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("ship_order", { id: 7 }, expect.anything()));
  await vi.waitFor(() => expect(notificationsStore.getState().notifications, "with the same undo").toHaveLength(1));
});

it("opens the stock of the product that was named", async () => {
  enter(await field(), "감귤 재고");
  await screen.findByText("제주 감귤 5kg");
  expect(asked("list_products_for_admin")).toEqual([{ q: "감귤", limit: 5 }]);
  await userEvent.keyboard("{Enter}");
  expect(await screen.findByText("재고 조정: 제주 감귤 5kg")).toBeVisible();
});

it("chooses nothing with the Enter that ends a syllable", async () => {
  vi.mocked(call).mockResolvedValue(ok(order));
  const input = await field();
  enter(input, "발송 김손님");
  await screen.findByText("ORD-20260302-000007");
  fireEvent.keyDown(input, { key: "Enter", code: "Enter", keyCode: 229 });
  expect(paletteStore.getState().opened, "it belongs to the syllable").toBe(true);
  fireEvent.keyDown(input, { key: "Enter", code: "Enter" });
  expect(paletteStore.getState().opened, "the next one chooses").toBe(false);
});

it("drops the answer to words that are no longer there", async () => {
  let answerFirst: (value: unknown) => void = () => undefined;
  vi.mocked(read).mockImplementation((name, request) => {
    const { q } = request as { q?: string };
    if (name !== "list_users") return Promise.resolve({ items: [] }) as never;
    if (q === "김") return new Promise((resolve) => (answerFirst = resolve)) as never;
    return Promise.resolve({ items: [{ id: 4, name: "이손님", email: "lee@example.kr" }] }) as never;
  });
  const input = await field();
  enter(input, "김");
  await vi.waitFor(() => expect(asked("list_users")).toHaveLength(1));
  enter(input, "이");
  await screen.findByText("이손님");
  await act(async () => answerFirst({ items: [{ id: 3, name: "김손님", email: "kim@example.kr" }] }));
  expect(screen.queryByText("김손님")).toBeNull();
});
