// A shop that cannot be read is requested again with growing pauses, however many pages are opened meanwhile.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { read } from "@/ipc/call";
import { clientError } from "@/ipc/errors";
import { pauseAfter, useShop } from "./queries";

vi.mock("@/ipc/call", () => ({ read: vi.fn(), setCallLanguage: vi.fn() }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(read).mockImplementation(() => Promise.reject<never>(clientError("OFFLINE")));
});
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(read).mockReset();
});

/** As the shell and a page that both need the shop. */
function Frame() {
  return useShop().isFetched ? <Page /> : null;
}

function Page() {
  useShop();
  return <input aria-label="e-mail" />;
}

it("keeps the page and asks after one, three and seven seconds", async () => {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Frame />
    </QueryClientProvider>,
  );
  await act(() => vi.advanceTimersByTimeAsync(10));
  const field = screen.getByLabelText("e-mail");
  expect(read, "at the start").toHaveBeenCalledTimes(1);
  await act(() => vi.advanceTimersByTimeAsync(7_500));
  expect(read).toHaveBeenCalledTimes(4);
  expect(screen.getByLabelText("e-mail"), "the same field, with what was typed").toBe(field);
});

it("waits half a minute at most", () => {
  expect([1, 2, 3, 20].map(pauseAfter)).toEqual([1_000, 2_000, 4_000, 30_000]);
});
