// A burst of events is applied once, with the last values.
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { subscribe } from "@/ipc/call";
import type { ShopEvent } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";
import { whileReplacing } from "./demo/replacing";
import { listen } from "./useLiveEvents";

vi.mock("@/ipc/call", () => ({ subscribe: vi.fn(() => Promise.resolve(() => undefined)), setCallLanguage: vi.fn() }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("gathers hundreds of stock events into one change", () => {
  const client = new QueryClient();
  const key = [...keys.products, "first-page"];
  client.setQueryData(key, { items: [{ id: 1, availableQuantity: 300, options: [], state: "NORMAL" }] });
  const changes = vi.fn();
  client.getQueryCache().subscribe((event) => event.type === "updated" && changes());
  const stop = listen(client);
  const send = vi.mocked(subscribe).mock.calls[0]?.[0] as (event: ShopEvent) => void;

  for (let left = 299; left >= 0; left--) send({ type: "stock", productId: 1, availableQuantity: left });
  expect(changes, "nothing before the quarter second is over").not.toHaveBeenCalled();
  vi.advanceTimersByTime(250);

  expect(changes, "one change for all of them").toHaveBeenCalledTimes(1);
  expect(client.getQueryData(key)).toMatchObject({ items: [{ availableQuantity: 0, status: "OUT_OF_STOCK" }] });
  stop();
});

it("forgets everything at once when the shop goes back to a backup", async () => {
  const client = new QueryClient();
  client.setQueryData([...keys.adminOrders, "first-page"], { items: [{ id: 7 }] });
  client.setQueryData(keys.session, { id: 1 });
  const stop = listen(client);
  const send = vi.mocked(subscribe).mock.lastCall?.[0] as (event: ShopEvent) => void;

  send({ type: "restored" });
  await vi.advanceTimersByTimeAsync(0);

  expect(client.getQueryData([...keys.adminOrders, "first-page"]), "an order that may be gone").toBeUndefined();
  expect(client.getQueryData(keys.session), "nobody is signed in").toBeUndefined();
  stop();
});

it("forgets everything when another shop takes the place of this one, and leaves that to the page that asked for it", async () => {
  const client = new QueryClient();
  const reset = vi.spyOn(client, "resetQueries").mockResolvedValue();
  const stop = listen(client);
  const send = vi.mocked(subscribe).mock.lastCall?.[0] as (event: ShopEvent) => void;

  await whileReplacing(async () => send({ type: "replaced" }));
  send({ type: "replaced" });
  expect(reset, "the event may come a little after the answer").not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(5_000);
  send({ type: "replaced" });
  expect(reset).toHaveBeenCalledOnce();
  stop();
});
