// The report of a crash is offered, shown, and dismissed; without one there is no bar.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { CrashNotice as Crash } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";
import { CrashNotice } from "./CrashNotice";

const FOLDER = "/home/me/.local/share/jangteo/crash";
const REPORT: Crash["report"] = { name: "crash-20260305T053000000Z-panic.txt", at: "2026-03-05T05:30:00.000Z", kind: "PANIC", text: "message: no stock left" };

const invoke = vi.fn();

function show(notice: Crash) {
  vi.stubGlobal("__TAURI_INTERNALS__", { invoke });
  invoke.mockImplementation((command: string) => Promise.resolve(command === "get_crash" ? { folder: FOLDER } : {}));
  const client = new QueryClient();
  client.setQueryData(keys.session, null);
  client.setQueryData(keys.crash, notice);
  render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <CrashNotice />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

afterEach(() => {
  invoke.mockReset();
  vi.unstubAllGlobals();
});

it("says nothing after a run that ended by itself", () => {
  show({ folder: FOLDER });
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

it("shows the report and where it lies", async () => {
  show({ report: REPORT, folder: FOLDER });
  expect(screen.getByText("프로그램 일부에서 오류가 발생했어요")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "내용 보기" }));
  expect(await screen.findByRole("textbox")).toHaveValue("message: no stock left");
  expect(screen.getByText(new RegExp(FOLDER))).toBeVisible();
});

it("opens the folder", async () => {
  show({ report: REPORT, folder: FOLDER });
  await userEvent.click(screen.getByRole("button", { name: "폴더 열기" }));
  expect(invoke.mock.calls.map(([command]) => command as string)).toContain("show_crash_folder");
});

it("is gone once it is dismissed", async () => {
  show({ report: REPORT, folder: FOLDER });
  await userEvent.click(screen.getByRole("button", { name: "닫기" }));
  await waitFor(() => expect(screen.getByRole("status")).toBeEmptyDOMElement());
  expect(invoke.mock.calls.map(([command]) => command as string)).toContain("dismiss_crash");
});
