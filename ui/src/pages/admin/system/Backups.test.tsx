// While the shop's file is damaged or gone, the page offers only what the shop can do then.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { NO_SHIPPING } from "@/features/shop/noShipping";
import type { BackupList, ShopInfo, StorageReason } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";
import { renderPage, standInWindow } from "@/shared/testing";
import { Backups } from "./Backups";

const list: BackupList = {
  items: [{ name: "jangteo-1-daily.db", kind: "DAILY", state: "VERIFIED", madeAt: "2026-03-05T05:30:00.000Z", size: 4096 }],
  folder: "/data/backups",
  nextDailyAt: "2026-03-06T05:30:00.000Z",
};

let reason: StorageReason | undefined;

standInWindow((command: string) => {
  if (command === "make_backup" || command === "restore_backup") return Promise.reject(noRoom);
  return Promise.resolve(command === "list_backups" ? list : shop());
});

const noRoom = { code: "STORAGE_UNAVAILABLE", message: "", details: { reason: "FULL", needed: 3 * 1024 ** 3, free: 5 * 1024 ** 2 } };

function shop(): ShopInfo {
  const storage = reason === undefined ? undefined : { reason, since: "2026-03-05T05:30:00.000Z" };
  return { name: "장터", ready: true, demo: false, pointCharging: "FREE", paymentMethods: ["POINT"], setUpCodeRequired: false, shipping: NO_SHIPPING, personas: [], businessZone: "Asia/Seoul", version: "1", storage };
}

async function show(fault?: StorageReason) {
  reason = fault;
  const client = new QueryClient();
  client.setQueryData(keys.shop, shop());
  renderPage(
    <QueryClientProvider client={client}>
      <Backups />
    </QueryClientProvider>,
  );
  await screen.findByText("jangteo-1-daily.db");
}

const make = () => screen.getByRole("button", { name: "지금 백업" });
const restore = () => screen.getByRole("button", { name: /백업으로 복원$/ });

it.each<[StorageReason | undefined, boolean, boolean]>([
  [undefined, true, true],
  ["FULL", true, true],
  ["DAMAGED", false, true],
  ["REPLACED", false, false],
])("with the fault %s a backup can be made: %s, and restored: %s", async (fault, makes, restores) => {
  await show(fault);
  expect(make().hasAttribute("disabled")).toBe(!makes);
  expect(restore().hasAttribute("disabled")).toBe(!restores);
});

it("does not promise a way back to a damaged shop", async () => {
  await show("DAMAGED");
  fireEvent.click(restore());
  expect(await screen.findByText(/그 상태로는 다시 복원할 수 없습니다/)).toBeInTheDocument();
});

it("says how much room a backup needs and how much there is", async () => {
  await show();
  fireEvent.click(make());
  expect(await screen.findByText("필요한 공간은 3GB, 남은 공간은 5MB입니다.")).toBeInTheDocument();
});
