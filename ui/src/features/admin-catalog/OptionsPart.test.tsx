// The options grid of a product: keys, faults at their cells, what is sent, and what a conflict offers.
import { MantineProvider } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { call } from "@/ipc/call";
import { shopError } from "@/ipc/errors";
import type { AdminProduct, AdminProductOption } from "@/ipc/generated/operations";
import { ok } from "@/ipc/result";
import { OptionsPart } from "./OptionsPart";
import { useOptionsEdit } from "./useOptionsEdit";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), setCallLanguage: vi.fn() }));

const large: AdminProductOption = { id: 1, name: "큰 것", nameEn: "Large", price: 9000, basePrice: 9000, availableQuantity: 4, soldQuantity: 2, state: "NORMAL" };
const small: AdminProductOption = { ...large, id: 2, name: "작은 것", nameEn: undefined, basePrice: 5000 };
const tea: AdminProduct = {
  images: [],
  id: 7, name: "보성 녹차", description: "", category: "food", price: 8100, priceFrom: 8100, priceTo: 8100, basePrice: 9000, onSale: false, state: "NORMAL",
  status: "AVAILABLE", availableQuantity: 4, lowStock: true, soldQuantity: 2, popularity: 2, options: [large, small],
  createdAt: "2026-01-01T00:00:00.000Z", updatedAt: "2026-01-02T00:00:00.000Z",
};
const saved = (second: number, options: AdminProductOption[]): AdminProduct => ({ ...tea, options, updatedAt: `2026-01-02T00:00:0${second}.000Z` });

afterEach(() => {
  notifications.clean();
  vi.mocked(call).mockReset();
});

function Grid() {
  const [product] = useState(tea);
  return <OptionsPart edit={useOptionsEdit(product)} price={9000} disabled={false} />;
}

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <Grid />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const names = () => screen.getAllByRole("textbox", { name: "옵션명" });
const nth = <T,>(all: readonly T[], place: number): T => {
  const one = all.at(place);
  if (one === undefined) throw new Error(`there is no ${place}`);
  return one;
};
const saveAll = () => userEvent.click(screen.getByRole("button", { name: "옵션 저장" }));

it("goes to the next row with Enter and adds one after the last", async () => {
  const user = show();
  await user.click(nth(names(), 0));
  await user.keyboard("{Enter}");
  expect(nth(names(), 1)).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(names()).toHaveLength(3);
  expect(nth(names(), 2)).toHaveFocus();
  await user.keyboard("{ArrowUp}{ArrowUp}");
  expect(nth(names(), 0)).toHaveFocus();
});

it("saves what differs, one after the other, each against the product as the one before left it", async () => {
  const renamed = { ...large, name: "특대" };
  const added: AdminProductOption = { ...large, id: 3, name: "중간 것" };
  vi.mocked(call).mockResolvedValueOnce(ok(saved(1, [renamed, small]))).mockResolvedValueOnce(ok(saved(2, [renamed, small, added])));
  const user = show();
  await user.clear(nth(names(), 0));
  await user.type(nth(names(), 0), "특대");
  await user.click(screen.getByRole("button", { name: "옵션 추가" }));
  await user.type(nth(names(), 2), "중간 것");
  await user.type(nth(screen.getAllByRole("textbox", { name: "영어 옵션명" }), 2), "Medium");
  await saveAll();
  await waitFor(() => expect(call).toHaveBeenCalledTimes(2));
  expect(vi.mocked(call).mock.calls.map(([name, request]) => [name, request])).toEqual([
    ["update_product_option", { id: 7, optionId: 1, updatedAt: tea.updatedAt, name: "특대", nameEn: "Large", price: 9000, state: "NORMAL" }],
    ["add_product_option", { id: 7, name: "중간 것", nameEn: "Medium", price: 9000, stock: 0 }],
  ]);
  await waitFor(() => expect(screen.queryByRole("button", { name: "옵션 저장" })).toBeNull());
});

it("marks a fault at its cell and sends nothing", async () => {
  const user = show();
  await user.clear(nth(names(), 1));
  await saveAll();
  expect(nth(names(), 1)).toBeInvalid();
  expect(nth(names(), 0)).not.toBeInvalid();
  expect(call).not.toHaveBeenCalled();
});

it("removes an option softly: it can be kept until the grid is saved", async () => {
  vi.mocked(call).mockResolvedValue(ok(saved(1, [large])));
  const user = show();
  await user.click(screen.getByRole("button", { name: "작은 것 옵션 삭제" }));
  expect(nth(names(), 1)).toBeDisabled();
  await user.click(screen.getByRole("button", { name: "작은 것 옵션 복원" }));
  expect(screen.queryByRole("button", { name: "옵션 저장" }), "nothing is to be saved").toBeNull();
  await user.click(screen.getByRole("button", { name: "작은 것 옵션 삭제" }));
  await saveAll();
  await waitFor(() => expect(names()).toHaveLength(1));
  expect(vi.mocked(call).mock.calls[0]?.[1]).toMatchObject({ optionId: 2, state: "DELETED" });
});

it("shows what another admin has made of the option, and saves mine over it", async () => {
  const theirs = saved(5, [{ ...large, basePrice: 7000 }, small]);
  vi.mocked(call).mockResolvedValueOnce(shopError("CONFLICT", { current: theirs }, "다른 사용자가 먼저 수정했습니다")).mockResolvedValueOnce(ok(saved(6, [{ ...large, name: "특대" }, small])));
  const user = show();
  await user.clear(nth(names(), 0));
  await user.type(nth(names(), 0), "특대");
  await saveAll();
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText("7,000원")).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "내 변경 내용으로 저장" }));
  await waitFor(() => expect(call).toHaveBeenCalledTimes(2));
  expect(vi.mocked(call).mock.calls[1]?.[1]).toMatchObject({ name: "특대", updatedAt: theirs.updatedAt });
});
