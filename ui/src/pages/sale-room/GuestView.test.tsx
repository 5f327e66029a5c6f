// What a guest sees at each stage: the button waits for the start by the time of the shop, and the result stays.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { RoomSale, SaleGrant, SaleRoom, User } from "@/ipc/generated/operations";
import { ProductImage } from "@/shared/components/ProductImage";
import { keys } from "@/shared/queryKeys";
import { standInWindow } from "@/shared/testing";
import SaleRoomPage from ".";
import { GuestView } from "./GuestView";

vi.mock("@/shared/components/ProductImage", () => ({ ProductImage: vi.fn(() => null) }));

const NOW = Date.parse("2026-03-10T03:00:00.000Z");
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
const cup: RoomSale = {
  object: { kind: "PRODUCT", id: 7, name: "머그컵", price: 7_000 }, quantity: 2, remaining: 2, guestCount: 3, startsAt: at(60), endsAt: at(120),
};

const guest = { id: 41, name: "서연", type: "CUSTOMER", availablePoint: 10_000 } as User;
const grant: SaleGrant = { rank: 1, arrived: 3, served: 3, orderId: 9 };

let asked: string[] = [];
let bought: Promise<SaleGrant>;
standInWindow((command: string) => {
  asked.push(command);
  if (command === "get_me") return Promise.resolve(guest);
  if (command === "get_sale_room") return Promise.resolve({ stage: "SELLING", now: at(70), sale: cup });
  return command === "buy_in_sale_room" ? bought : Promise.resolve({});
});
beforeEach(() => {
  [asked, bought] = [[], Promise.resolve(grant)];
});
afterEach(() => void vi.useRealTimers());

function Around({ client, children }: { client: QueryClient; children: React.ReactNode }) {
  return (
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <MemoryRouter>{children}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** As many seconds after the room was asked for, by the clock of the shop, which is not that of this telephone. Returns what shows the room as an event leaves it. */
function show(sale: RoomSale, seconds = 0, stage: SaleRoom["stage"] = "WAITING"): (left: Partial<RoomSale>, stage: SaleRoom["stage"]) => void {
  const [client, askedAt] = [new QueryClient(), Date.now()];
  const view = (next: RoomSale, nextStage: SaleRoom["stage"]) => (
    <Around client={client}>
      <GuestView room={{ stage: nextStage, now: at(seconds), sale: next }} sale={next} askedAt={askedAt} name="서연" points={10_000} />
    </Around>
  );
  const { rerender } = render(view(sale, stage));
  return (left, nextStage) => rerender(view({ ...sale, ...left }, nextStage));
}

it("waits for the start", () => {
  show(cup);
  expect(screen.getByText("서연님 · 보유 포인트 10,000P")).toBeInTheDocument();
  expect(screen.getByRole("timer")).toHaveTextContent("시작까지1:002개 남음");
  expect(screen.getByRole("button", { name: "바로 구매" })).toBeDisabled();
});

it("buys from the start on, once", async () => {
  show(cup, 60);
  expect(screen.getByRole("timer")).toHaveTextContent("종료까지1:00");
  await userEvent.click(screen.getByRole("button", { name: "바로 구매" }));
  await waitFor(() => expect(asked).toEqual(["buy_in_sale_room"]));
});

it("hands out a coupon", () => {
  show({ ...cup, object: { kind: "COUPON", id: 3, name: "30% 할인", discountRate: 30 } }, 60);
  expect(screen.getByRole("button", { name: "지금 쿠폰 받기" })).toBeEnabled();
  expect(screen.getByText("30% 할인", { selector: "p" })).toBeInTheDocument();
});

it("tells who has bought as which", () => {
  show({ ...cup, remaining: 0, grant: { rank: 2, arrived: 3, served: 3, orderId: 9 } }, 70, "ENDED");
  expect(screen.getByText("축하해요!")).toBeInTheDocument();
  expect(screen.getByText("2번째로 구매했어요")).toBeInTheDocument();
  expect(screen.getByText("3번째로 도착, 3번째로 처리")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "주문 보기" })).toHaveAttribute("href", "/orders/9");
});

it.each([["sold out", { ...cup, remaining: 0 }, 70], ["too late", cup, 120]] as const)("tells the others that it is over: %s", (_why, sale, seconds) => {
  show(sale, seconds, "SELLING");
  expect(screen.getByText("아쉽지만 마감됐어요")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "바로 구매" })).not.toBeInTheDocument();
});

it("shows the buyer of the last unit no loss before the answer comes", async () => {
  let answer: (grant: SaleGrant) => void = () => undefined;
  bought = new Promise((resolve) => (answer = resolve));
  const change = show({ ...cup, remaining: 1 }, 60);
  await userEvent.click(screen.getByRole("button", { name: "바로 구매" }));
  change({ remaining: 0 }, "ENDED");
  expect(screen.queryByText("아쉽지만 마감됐어요")).not.toBeInTheDocument();
  expect(screen.getByRole("timer"), "the sale has begun").toHaveTextContent("종료까지");
  answer(grant);
  expect(await screen.findByText("축하해요!")).toBeInTheDocument();
  expect(screen.queryByText("아쉽지만 마감됐어요")).not.toBeInTheDocument();
});

it("shows the loss once the answer is a refusal", async () => {
  let refuse: (error: object) => void = () => undefined;
  bought = new Promise((_, reject) => (refuse = reject));
  const change = show({ ...cup, remaining: 1 }, 60);
  await userEvent.click(screen.getByRole("button", { name: "바로 구매" }));
  change({ remaining: 0 }, "ENDED");
  refuse({ code: "CONFLICT", message: "", details: { reason: "ROOM_CLOSED" } });
  expect(await screen.findByText("아쉽지만 마감됐어요")).toBeInTheDocument();
});

it("keeps the grant until another sale opens", async () => {
  const client = new QueryClient();
  render(
    <Around client={client}>
      <SaleRoomPage />
    </Around>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "바로 구매" }));
  expect(await screen.findByText("축하해요!"), "also where the room was answered before it was bought").toBeInTheDocument();
  act(() => void client.setQueryData<SaleRoom>(keys.saleRoom, { stage: "SELLING", now: at(300), sale: { ...cup, startsAt: at(290), endsAt: at(400) } }));
  expect(await screen.findByRole("button", { name: "바로 구매" })).toBeEnabled();
});

it("is redrawn when the stage changes, and not with the countdown", () => {
  vi.useFakeTimers();
  show(cup, 55);
  const drawn = vi.mocked(ProductImage).mock.calls.length;
  act(() => void vi.advanceTimersByTime(4_000));
  expect(screen.getByRole("timer")).toHaveTextContent("0:01");
  expect(vi.mocked(ProductImage).mock.calls.length).toBe(drawn);
  act(() => void vi.advanceTimersByTime(1_200));
  expect(screen.getByRole("button", { name: "바로 구매" })).toBeEnabled();
  expect(vi.mocked(ProductImage).mock.calls.length).toBe(drawn + 1);
});
