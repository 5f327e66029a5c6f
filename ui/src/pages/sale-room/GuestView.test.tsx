// What a guest sees at each stage: the button waits for the start by the time of the shop, and the result stays.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it } from "vitest";
import type { RoomSale, SaleRoom } from "@/ipc/generated/operations";
import { standInWindow } from "@/shared/testing";
import { GuestView } from "./GuestView";

const NOW = Date.parse("2026-03-10T03:00:00.000Z");
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
const cup: RoomSale = {
  object: { kind: "PRODUCT", id: 7, name: "머그컵", price: 7_000 }, quantity: 2, remaining: 2, guestCount: 3, startsAt: at(60), endsAt: at(120),
};

let asked: string[] = [];
standInWindow((command: string) => {
  asked.push(command);
  return Promise.resolve({ rank: 1, arrived: 3, served: 3, orderId: 9 });
});
beforeEach(() => {
  asked = [];
});

/** As many seconds after the room was asked for, by the clock of the shop, which is not that of this telephone. */
function show(sale: RoomSale, seconds = 0, stage: SaleRoom["stage"] = "WAITING"): void {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <GuestView room={{ stage, now: at(seconds), sale }} sale={sale} askedAt={Date.now()} name="서연" points={10_000} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
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
