// A shop that cannot be opened: the page says why, lists the backups with the best one first, restores one only after a
// confirmation, and makes room for the shop once it is open.
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Backup, Recovery } from "@/ipc/generated/operations";
// Loaded before the first test, so that none waits for the gate to load it.
import "@/pages/recovery";
import { renderPage, standInWindow } from "@/shared/testing";
import { RecoveryGate } from "./RecoveryGate";

const copy = (name: string, state: Backup["state"], orders?: number): Backup => ({
  name,
  state,
  kind: "DAILY",
  madeAt: `2026-03-${name}T03:00:00Z`,
  size: 4096,
  ...(orders === undefined ? {} : { contents: { schemaVersion: 3, orders, products: 1, users: 1 } }),
});

let recovery: Recovery;
let fault: object | undefined;
const asked: string[] = [];

const invoke = vi.fn((command: string, { request }: { request: { name?: string } }) => {
  asked.push(request.name === undefined ? command : `${command} ${request.name}`);
  if (command === "recover_shop") {
    if (fault !== undefined) return Promise.reject(fault);
    recovery = { folder: "/data", copies: [] };
  }
  if (command === "show_data_folder") return Promise.reject({ code: "INTERNAL_ERROR", message: "no" });
  return Promise.resolve(recovery);
});

beforeEach(() => {
  recovery = { problem: "EMPTY", found: "the shop's file is empty", folder: "/data", copies: [copy("12", "FAILED"), copy("11", "VERIFIED", 7), copy("10", "UNVERIFIED")] };
  fault = undefined;
  asked.length = 0;
});

standInWindow(invoke);

function show() {
  renderPage(
    <RecoveryGate>
      <p>the shop</p>
    </RecoveryGate>,
  );
}

async function goBack() {
  const buttons = await screen.findAllByRole("button", { name: /백업으로 복원$/ });
  expect(buttons, "an unusable copy leads nowhere").toHaveLength(2);
  fireEvent.click(buttons[0] as HTMLElement);
  fireEvent.click(await screen.findByRole("button", { name: "복원하고 가게 열기" }));
}

it("shows the shop where nothing is wrong", async () => {
  recovery = { folder: "/data", copies: [] };
  show();
  await waitFor(() => expect(asked).toEqual(["get_recovery"]));
  expect(screen.getByText("the shop")).toBeInTheDocument();
});

it("goes back to the copy that was chosen, after a yes", async () => {
  show();
  expect(await screen.findByRole("heading", { level: 1, name: "가게 데이터 파일이 비어 있습니다" })).toHaveFocus();
  expect(screen.getByText(/주문 7건/), "what is in it").toBeInTheDocument();
  expect(screen.queryByText("the shop"), "no page of a shop that is not there").toBeNull();
  await goBack();
  expect(await screen.findByText("the shop")).toBeInTheDocument();
  expect(asked.at(-1)).toBe("recover_shop 11");
});

it("says that nothing was changed where a copy is no good", async () => {
  fault = { code: "CONFLICT", message: "no", details: { found: "the file is damaged: page 3" } };
  show();
  await goBack();
  expect(await screen.findByText("이 백업으로 복원하지 못했습니다")).toBeInTheDocument();
  expect(screen.getByText("the file is damaged: page 3")).toBeInTheDocument();
});

it("tries again, names the folder that it cannot show, and leaves", async () => {
  recovery = { ...recovery, problem: "READ_ONLY", copies: [] };
  show();
  fireEvent.click(await screen.findByRole("button", { name: "데이터 폴더 열기" }));
  expect(await screen.findByText(/직접 열어/)).toBeInTheDocument();
  expect(screen.queryByText(/백업이 없습니다/), "no copy helps against that").toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "장터 종료" }));
  fireEvent.click(screen.getByRole("button", { name: "다시 시도" }));
  expect(await screen.findByText(/아직 열 수 없습니다/), "a try in vain is said").toBeInTheDocument();
  recovery = { folder: "/data", copies: [] };
  fireEvent.click(screen.getByRole("button", { name: "다시 시도" }));
  expect(await screen.findByText("the shop")).toBeInTheDocument();
  expect(asked).toEqual(["get_recovery", "attach_menu", "show_data_folder", "quit_window", "reopen_shop", "reopen_shop"]);
});
