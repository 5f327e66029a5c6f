// The bell names products in the language of the panel.
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import i18next from "i18next";
import { MemoryRouter } from "react-router";
import { afterEach, expect, it } from "vitest";
import type { Alert } from "@/ipc/generated/operations";
import { AlertList } from "./AlertList";

const low: Alert = { kind: "LOW_STOCK", count: 5, names: ["찻잔 / 대", "귤", "쑥"], namesEn: ["Tea cup / 대", "Tangerines", "쑥"], isNew: false };

function show(alert: Alert) {
  const alerts = { items: [alert], newCount: 0, day: "2026-03-05", asOf: "2026-03-05T05:30:00.000Z" };
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <AlertList alerts={alerts} onLeave={() => undefined} />
      </MemoryRouter>
    </MantineProvider>,
  );
}

afterEach(async () => {
  await i18next.changeLanguage("ko");
});

it("names goods in Korean", () => {
  show(low);
  expect(screen.getByText("찻잔 / 대, 귤, 쑥 외 2개")).toBeVisible();
});

it("names in English what has an English name", async () => {
  await i18next.changeLanguage("en");
  show(low);
  expect(screen.getByText(/Tea cup \/ 대, Tangerines, 쑥/)).toBeVisible();
});

it("keeps to the Korean names where there are no others", async () => {
  await i18next.changeLanguage("en");
  show({ ...low, namesEn: undefined });
  expect(screen.getByText(/찻잔 \/ 대, 귤, 쑥/)).toBeVisible();
});
