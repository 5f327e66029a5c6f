// How many toasts are shown at once, and which are removed when the page is left.
import { notifications, notificationsStore } from "@mantine/notifications";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clientError } from "@/ipc/errors";
import { clearToasts, toastError, toastForAWhile, toastSuccess } from "./toast";

const messages = () => notificationsStore.getState().notifications.map(({ message }) => message);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.advanceTimersByTime(10_000);
  clearToasts();
  notifications.clean();
  vi.useRealTimers();
});

it("lets the oldest make room for the third", () => {
  for (const message of ["one", "two", "three"]) toastSuccess(message);
  expect(messages()).toEqual(["two", "three"]);
});

it("takes along only what was just said when another page is opened", () => {
  toastSuccess("old");
  vi.advanceTimersByTime(2000);
  toastSuccess("new");
  clearToasts();
  expect(messages()).toEqual(["new"]);
});

it("keeps on the next page what can be undone for a while, and no longer", () => {
  toastForAWhile("shipped", { label: "undo", run: () => undefined }, 10_000);
  vi.advanceTimersByTime(9_000);
  clearToasts();
  expect(messages(), "still there").toHaveLength(1);
});

it("says of what was pressed while the server is away that it may not have been done", () => {
  toastError(clientError("OFFLINE"));
  expect(messages()).toEqual(["처리되지 않았을 수 있어요. 연결되면 다시 시도해 주세요."]);
});
