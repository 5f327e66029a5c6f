// Each choice in the menu does what its line says, and a saved file is reported.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PageCue } from "@/ipc/generated/operations";
import { attachMenu } from "@/ipc/menu";
import { toastDetail } from "@/shared/toast";
import { useWindowMenu } from "./useWindowMenu";

const opened = vi.hoisted(() => ({ palette: vi.fn(), shortcuts: vi.fn() }));
vi.mock("@/ipc/menu", () => ({ attachMenu: vi.fn(() => () => undefined) }));
vi.mock("@/shared/toast", () => ({ toastDetail: vi.fn() }));
vi.mock("@/features/user/session", () => ({ useSession: () => ({ customer: null }) }));
vi.mock("./shell/paletteStore", () => ({ palette: { open: opened.palette } }));
vi.mock("./shell/ShortcutHelp", () => ({ openShortcutHelp: opened.shortcuts }));

function Page() {
  useWindowMenu([]);
  return null;
}

function open() {
  const client = new QueryClient();
  const asked = vi.spyOn(client, "invalidateQueries");
  const router = createMemoryRouter([{ path: "*", Component: Page }], { initialEntries: ["/"] });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const [look, choose] = vi.mocked(attachMenu).mock.lastCall ?? [];
  const chosen = (choice: PageCue) => act(async () => choose?.(choice));
  return { look, chosen, asked, at: () => router.state.location.pathname };
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

it("goes to a page, back, and forward again", async () => {
  const { chosen, at } = open();
  await chosen({ act: "go", to: "/cart" });
  expect(at(), "the cart").toBe("/cart");
  await chosen({ act: "back" });
  expect(at(), "where it was").toBe("/");
  await chosen({ act: "forward" });
  expect(at(), "and again").toBe("/cart");
});

it("asks the shop anew, and opens palette and shortcuts", async () => {
  const { chosen, asked } = open();
  await chosen({ act: "refresh" });
  await chosen({ act: "palette" });
  await chosen({ act: "shortcuts" });
  expect(asked, "everything is asked for").toHaveBeenCalledWith();
  expect(opened.palette).toHaveBeenCalledOnce();
  expect(opened.shortcuts).toHaveBeenCalledOnce();
});

it("tells where a file was saved, and when it was not", async () => {
  const { chosen } = open();
  await chosen({ act: "saved", name: "orders.csv", folder: "/home/me/Downloads" });
  expect(toastDetail).toHaveBeenLastCalledWith("good", "orders.csv 파일을 저장했습니다", "/home/me/Downloads");
  await chosen({ act: "notSaved" });
  expect(toastDetail).toHaveBeenLastCalledWith("bad", "파일을 저장하지 못했습니다", expect.stringContaining("다운로드"));
});

it("says how the page looks", () => {
  expect(open().look).toBe("light");
});
