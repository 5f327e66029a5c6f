// Shoppers read that they cannot order, admins read the reason and what to do; there is no notice without a fault.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { NO_SHIPPING } from "@/features/shop/noShipping";
import type { ShopInfo, StorageReason, User } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";
import { StorageNotice } from "./StorageNotice";

const shop: ShopInfo = {
  name: "장터",
  ready: true,
  demo: false,
  pointCharging: "FREE", paymentMethods: ["POINT"], setUpCodeRequired: false, shipping: NO_SHIPPING,
  personas: [],
  businessZone: "Asia/Seoul",
  version: "1",
};

const user = (type: User["type"]): User => ({ id: 1, email: "a@b.c", name: "장터지기", type, availablePoint: 0, usedPoint: 0, createdAt: "2026-03-01T00:00:00.000Z" });

function show(type: User["type"] | undefined, reason?: StorageReason) {
  const client = new QueryClient();
  const storage = reason === undefined ? undefined : { reason, since: "2026-03-05T05:30:00.000Z" };
  client.setQueryData(keys.shop, { ...shop, storage });
  client.setQueryData(keys.session, type === undefined ? null : user(type));
  render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <MemoryRouter>
          <StorageNotice />
        </MemoryRouter>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

it("says nothing while everything can be saved", () => {
  show("ADMIN");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

it.each<[StorageReason, User["type"] | undefined]>([
  ["FULL", "CUSTOMER"],
  ["READ_ONLY", undefined],
  ["DAMAGED", "CUSTOMER"],
  ["REPLACED", undefined],
])("tells shoppers of %s without its reason (%s)", (reason, type) => {
  show(type, reason);
  expect(screen.getByText("지금은 주문할 수 없어요")).toBeVisible();
  expect(screen.queryByRole("link")).not.toBeInTheDocument();
});

it.each<[StorageReason, RegExp, boolean]>([
  ["FULL", /공간이 부족/, false],
  ["READ_ONLY", /읽기 전용/, false],
  ["DAMAGED", /손상/, true],
  ["REPLACED", /긴급 복사본/, true],
])("tells admins why, and for %s the way to a copy where one is needed", (reason, words, leads) => {
  show("ADMIN", reason);
  expect(screen.getByText(words)).toBeVisible();
  expect(screen.queryAllByRole("link", { name: "백업 보기" })).toHaveLength(leads ? 1 : 0);
});
