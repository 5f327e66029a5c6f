// A file that is no picture is refused with a message, by the page or by the shop.
import { MantineProvider } from "@mantine/core";
import { notifications, notificationsStore } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { call } from "@/ipc/call";
import { shopError } from "@/ipc/errors";
import type { AdminProduct } from "@/ipc/generated/operations";
import { PicturePart } from "./PicturePart";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), setCallLanguage: vi.fn() }));

const tea: AdminProduct = {
  images: [],
  id: 7, name: "보성 녹차", description: "", category: "food", price: 8100, priceFrom: 8100, priceTo: 8100, basePrice: 9000, onSale: false, state: "NORMAL",
  status: "AVAILABLE", availableQuantity: 4, lowStock: true, soldQuantity: 2, popularity: 2, options: [],
  createdAt: "2026-01-01T00:00:00.000Z", updatedAt: "2026-01-02T00:00:00.000Z",
};
const png = new File(["half a picture"], "tea.png", { type: "image/png" });

afterEach(() => {
  notifications.clean();
  vi.mocked(call).mockReset();
});

function drop(file: File) {
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <PicturePart product={tea} disabled={false} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  const place = container.querySelector("[data-takes-files]");
  if (place === null) throw new Error("the place has no mark by which the window finds it");
  fireEvent.drop(place, { dataTransfer: { files: [file] } });
}

it("says beside the place that the shop could not read the file", async () => {
  vi.mocked(call).mockResolvedValue(shopError("INVALID_INPUT", { fields: [{ field: "data", reason: "no picture" }] }, "입력을 확인해 주세요"));
  drop(png);
  expect(await screen.findByRole("alert")).toHaveTextContent("열 수 없는 이미지입니다. 파일이 손상되었거나 불완전하거나 5,000만 화소를 초과합니다");
  expect(notificationsStore.getState().notifications, "said once").toEqual([]);
});

it("leaves every other refusal to a toast", async () => {
  vi.mocked(call).mockResolvedValue(shopError("PRODUCT_NOT_FOUND", {}, "상품을 찾을 수 없어요"));
  drop(png);
  await vi.waitFor(() => expect(notificationsStore.getState().notifications).toHaveLength(1));
  expect(screen.queryByRole("alert")).toBeNull();
});

it("does not send what is of another kind by its name", () => {
  drop(new File(["<svg/>"], "tea.svg", { type: "image/svg+xml" }));
  expect(screen.getByRole("alert")).toHaveTextContent("PNG, JPEG, WebP 이미지만 등록할 수 있습니다");
  expect(call).not.toHaveBeenCalled();
});
