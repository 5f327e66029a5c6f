// The bell names goods in the language of the panel.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import i18next from "i18next";
import { MemoryRouter } from "react-router";
import { afterEach, expect, it, vi } from "vitest";
import { call } from "@/ipc/call";
import type { AlertList as Alerts } from "@/ipc/generated/operations";
import { AlertList } from "./AlertList";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), setCallLanguage: vi.fn(), subscribe: vi.fn() }));

const alerts: Alerts = {
  items: [{ kind: "LOW_STOCK", count: 5, names: ["찻잔 / 대", "귤", "쑥"], isNew: false }],
  newCount: 0, day: "2026-03-05", asOf: "2026-03-05T05:30:00.000Z",
};
const lowStock = [
  { productName: "찻잔 / 대", productNameEn: "Tea cup / 대" },
  { productName: "귤", productNameEn: "Tangerines" },
  { productName: "쑥", productNameEn: null },
];

function show() {
  vi.mocked(call).mockResolvedValue({ lowStock } as never);
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <AlertList alerts={alerts} onLeave={() => undefined} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

afterEach(async () => {
  vi.mocked(call).mockReset();
  await i18next.changeLanguage("ko");
});

it("asks for no English names in Korean", () => {
  show();
  expect(screen.getByText("찻잔 / 대, 귤, 쑥 외 2건")).toBeVisible();
  expect(call).not.toHaveBeenCalled();
});

it("names in English what has an English name", async () => {
  await i18next.changeLanguage("en");
  show();
  expect(await screen.findByText(/Tea cup \/ 대, Tangerines, 쑥/)).toBeVisible();
});
