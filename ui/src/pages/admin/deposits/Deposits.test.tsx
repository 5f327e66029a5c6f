// The panel's list of deposits: what waits, how one is confirmed after a question, and what a shop without requests says.
import { notifications } from "@mantine/notifications";
import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call, read } from "@/ipc/call";
import { renderPage } from "@/shared/testing";
import AdminDepositsPage from ".";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), read: vi.fn(), subscribe: vi.fn(), setCallLanguage: vi.fn() }));
vi.setConfig({ testTimeout: 20_000 });

function answer(shop: object, items: readonly object[]): void {
  const waiting = { count: items.length, amount: 30_000 * items.length };
  vi.mocked(read).mockImplementation((name: string) => Promise.resolve(name === "get_shop" ? { ready: true, name: "가게", ...shop } : { items, waiting }) as never);
}

beforeEach(() => answer({ pointCharging: "REQUEST" }, []));
afterEach(() => {
  notifications.clean();
  vi.mocked(call).mockReset();
  vi.mocked(read).mockReset();
});

it("asks for what waits first, and says where an account is missing", async () => {
  renderPage(<AdminDepositsPage />);
  expect(await screen.findByText("확인할 입금이 없습니다")).toBeVisible();
  expect(read).toHaveBeenCalledWith("list_charges_for_admin", { q: undefined, state: "REQUESTED", cursor: undefined, limit: 50 });
  expect(screen.getByRole("link", { name: "계좌 등록" })).toHaveAttribute("href", "/admin/settings?part=charging");
});

it("tells an admin of a shop that takes no requests where that is set", async () => {
  answer({ pointCharging: "FREE" }, []);
  renderPage(<AdminDepositsPage />);
  expect(await screen.findByText(/입금 없이 바로 충전됩니다/)).toBeVisible();
  expect(screen.getByRole("link", { name: "설정 열기" })).toBeVisible();
});

it("adds up what waits", async () => {
  const row = { id: 7, amount: 30_000, depositorName: "김입금", state: "REQUESTED", withdrawn: false, createdAt: "2026-03-02T02:00:00.000Z", userId: 2, userName: "김고객", userEmail: "a@b.kr" };
  answer({ pointCharging: "REQUEST", depositAccount: { bank: "농협", number: "123456", holder: "박주인" } }, [row, { ...row, id: 8 }]);
  renderPage(<AdminDepositsPage />);
  expect(await screen.findByText("입금 대기 2건 · 60,000원")).toBeVisible();
});
