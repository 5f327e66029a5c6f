// The room in the cache and on the clock: events change what is shown, and the stages follow the time of the shop.
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import type { SaleRoom } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";
import { stageAt, timeLeft } from "./clock";
import { bestAddress, joinAddress } from "./joinAddress";
import { applySaleRoom } from "./liveRoom";

const START = "2026-03-10T03:01:00.000Z";
const END = "2026-03-10T03:02:00.000Z";
const room: SaleRoom = {
  stage: "WAITING",
  now: "2026-03-10T03:00:00.000Z",
  sale: { object: { kind: "PRODUCT", id: 1, name: "머그컵", price: 7_000 }, quantity: 2, remaining: 2, startsAt: START, endsAt: END, guestCount: 0 },
};

it("goes through its stages by the time of the shop", () => {
  const at = (instant: string) => stageAt(room, Date.parse(instant));
  expect([at("2026-03-10T03:00:59.999Z"), at(START), at("2026-03-10T03:01:59.999Z"), at(END)]).toEqual(["WAITING", "SELLING", "SELLING", "ENDED"]);
  expect(stageAt({ ...room, stage: "ENDED" }, Date.parse(START))).toBe("ENDED");
});

it("counts whole seconds down, and never below zero", () => {
  const left = (second: number) => timeLeft(START, Date.parse(room.now) + second * 1000);
  expect([left(0), left(0.5), left(55), left(60), left(61)]).toEqual(["1:00", "1:00", "0:05", "0:00", "0:00"]);
});

it("takes what an event tells into the room that is shown", () => {
  const client = new QueryClient();
  client.setQueryData(keys.saleRoom, room);
  applySaleRoom(client, { type: "saleRoom", stage: "SELLING", guestCount: 3, remaining: 1 });
  const shown = client.getQueryData<SaleRoom>(keys.saleRoom);
  expect([shown?.stage, shown?.sale?.guestCount, shown?.sale?.remaining]).toEqual(["SELLING", 3, 1]);
});

it("keeps the time at which the room came: an event that moved it would turn the clock of the shop back", () => {
  const client = new QueryClient();
  const came = Date.now() - 20_000;
  client.setQueryData(keys.saleRoom, room, { updatedAt: came });
  applySaleRoom(client, { type: "saleRoom", stage: "WAITING", guestCount: 3, remaining: 2 });
  expect(client.getQueryState(keys.saleRoom)?.dataUpdatedAt).toBe(came);
  expect(client.getQueryData<SaleRoom>(keys.saleRoom)?.sale?.guestCount, "the event was applied").toBe(3);
});

it("does not let an answer that is older than the event take its place", async () => {
  const client = new QueryClient();
  const answers: ((answer: SaleRoom) => void)[] = [];
  const queryFn = () => new Promise<SaleRoom>((resolve) => answers.push(resolve));
  client.setQueryData(keys.saleRoom, room);
  const stop = new QueryObserver(client, { queryKey: keys.saleRoom, queryFn, staleTime: 0 }).subscribe(() => undefined);
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  applySaleRoom(client, { type: "saleRoom", stage: "SELLING", guestCount: 3, remaining: 1 });
  answers[0]?.(room);
  await vi.waitFor(() => expect(answers, "it is asked again").toHaveLength(2));
  expect(client.getQueryData<SaleRoom>(keys.saleRoom)?.sale?.remaining).toBe(1);
  stop();
});

it("asks again for a room that has closed or opened", () => {
  const client = new QueryClient();
  const asked = vi.spyOn(client, "invalidateQueries");
  applySaleRoom(client, { type: "saleRoom", stage: "WAITING", guestCount: 0, remaining: 1 });
  expect(asked).not.toHaveBeenCalled();
  client.setQueryData(keys.saleRoom, room);
  applySaleRoom(client, { type: "saleRoom", stage: "CLOSED", guestCount: 3, remaining: 1 });
  expect(asked).toHaveBeenCalledWith({ queryKey: keys.saleRoom });
});

it("sends telephones to the address that they can reach", () => {
  expect(bestAddress(["http://172.17.0.1:80", "http://10.0.0.2:80", "http://192.168.0.5:80"])).toBe("http://192.168.0.5:80");
  expect(bestAddress(["http://172.17.0.1:80"])).toBe("http://172.17.0.1:80");
  expect(bestAddress([])).toBeUndefined();
  expect(joinAddress("http://192.168.0.5:8080", "048213")).toBe("http://192.168.0.5:8080/#/sale-room?pin=048213");
});
