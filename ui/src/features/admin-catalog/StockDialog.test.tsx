// A count goes with the stock that was seen; where it has changed since, both figures are told and there is a way to go on.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { call } from "@/ipc/call";
import { shopError } from "@/ipc/errors";
import type { AdminProduct } from "@/ipc/generated/operations";
import { ok } from "@/ipc/result";
import { StockDialog } from "./StockDialog";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), setCallLanguage: vi.fn() }));

const tea: AdminProduct = {
  id: 7, name: "보성 녹차", description: "", category: "food", price: 8100, priceFrom: 8100, priceTo: 8100, basePrice: 9000, onSale: false, state: "NORMAL",
  status: "AVAILABLE", availableQuantity: 12, lowStock: false, soldQuantity: 2, popularity: 2, options: [], images: [],
  createdAt: "2026-01-01T00:00:00.000Z", updatedAt: "2026-01-02T00:00:00.000Z",
};

afterEach(() => vi.mocked(call).mockReset());

async function counted(units: string) {
  const user = userEvent.setup();
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <StockDialog product={tea} onClose={onClose} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  await user.click(await screen.findByText("실사"));
  await user.type(screen.getByLabelText("실사 수량"), units);
  await user.type(screen.getByLabelText("사유"), "정기 실사");
  await user.click(screen.getByRole("button", { name: "조정" }));
  return { user, onClose };
}

const sent = () => vi.mocked(call).mock.calls.filter(([name]) => name === "adjust_stock").map(([, request]) => request);

it("sends the stock that was seen with a count", async () => {
  vi.mocked(call).mockResolvedValue(ok({ productId: 7, before: 12, after: 20 }));
  const { onClose } = await counted("20");
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent()).toEqual([{ id: 7, type: "SET", quantity: 20, seenQuantity: 12, reason: "정기 실사" }]);
});

it("tells both figures where the stock has changed, and sets the count against the current one", async () => {
  vi.mocked(call).mockResolvedValueOnce(shopError("CONFLICT", { seenQuantity: 12, availableQuantity: 10 }));
  vi.mocked(call).mockResolvedValueOnce(ok({ productId: 7, before: 10, after: 20 }));
  const { user, onClose } = await counted("20");
  expect(await screen.findByRole("alert")).toHaveTextContent("12개에서 10개로 변경되었습니다");
  expect(onClose).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "이 수량으로 조정" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent().map((request) => "seenQuantity" in request && request.seenQuantity)).toEqual([12, 10]);
});
