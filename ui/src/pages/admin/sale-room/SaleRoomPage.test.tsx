// The presenter's page: what is opened, what is shown of the room, and what removing the guests asks first.
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { AdminSaleRoom } from "@/ipc/generated/operations";
import { renderPage, standInWindow } from "@/shared/testing";
import SaleRoomPage from ".";

const NOW = "2026-03-10T03:00:00.000Z";

const closed: AdminSaleRoom = { room: { stage: "CLOSED", now: NOW }, addresses: [], guests: [], buyers: [], refused: 0, removableGuests: 0 };
const open: AdminSaleRoom = {
  room: {
    stage: "SELLING",
    now: NOW,
    sale: {
      object: { kind: "PRODUCT", id: 7, name: "머그컵", price: 7_000 }, quantity: 5, remaining: 4, guestCount: 2,
      startsAt: "2026-03-10T02:59:00.000Z", endsAt: "2026-03-10T03:02:00.000Z",
    },
  },
  pin: "048213",
  addresses: ["http://192.168.0.5:8080"],
  guests: [
    { userId: 41, name: "서연", joinedAt: NOW },
    { userId: 42, name: "민준", joinedAt: NOW },
  ],
  buyers: [{ rank: 1, userId: 42, name: "민준", arrived: 3, served: 3, boughtAt: NOW }],
  refused: 0,
  removableGuests: 2,
};
const cup = { id: 7, name: "머그컵", availableQuantity: 5, options: [], state: "NORMAL" };

let room: AdminSaleRoom = closed;
let demo = true;
let asked: [command: string, request: object][] = [];

standInWindow((command: string, { request }: { request: object }) => {
  asked.push([command, request]);
  const answers: Record<string, unknown> = {
    get_shop: { name: "장터", ready: true, demo, setUpCodeRequired: false, personas: [], businessZone: "Asia/Seoul", version: "0" },
    get_sale_room_for_admin: room,
    list_products_for_admin: { items: [cup] },
    remove_sale_guests: { removed: 2 },
  };
  return Promise.resolve(answers[command] ?? room);
});

beforeEach(() => {
  [room, demo, asked] = [closed, true, []];
});

const sent = (command: string) => asked.filter(([name]) => name === command).map(([, request]) => request);

it("opens a room for the product that was chosen", async () => {
  renderPage(<SaleRoomPage />);
  const submit = await screen.findByRole("button", { name: "참여 열기" });
  expect(submit).toBeDisabled();
  await userEvent.click(screen.getByRole("combobox", { name: "상품" }));
  await userEvent.click(await screen.findByRole("option", { name: "머그컵 · 5" }));
  await userEvent.click(submit);
  await waitFor(() => expect(sent("open_sale_room")).toEqual([{ productId: 7, quantity: 1, startsInSeconds: 60, sellingSeconds: 180, points: 1_000_000 }]));
});

it("offers coupons alone in a real shop", async () => {
  demo = false;
  renderPage(<SaleRoomPage />);
  expect(await screen.findByRole("combobox", { name: "쿠폰" })).toBeInTheDocument();
  expect(screen.getByText(/포인트는 지급되지 않습니다/)).toBeInTheDocument();
  expect(screen.queryByRole("textbox", { name: "참여자 포인트" })).not.toBeInTheDocument();
});

it("shows how to join, the guests with the latest first, and the buyers in order", async () => {
  room = open;
  renderPage(<SaleRoomPage />);
  const join = within(await screen.findByRole("region", { name: "휴대폰으로 참여" }));
  expect(join.getByText("048 213")).toBeInTheDocument();
  expect(join.getByText("192.168.0.5:8080/#/sale-room")).toBeInTheDocument();
  expect(join.getByTitle("참여 주소 QR 코드")).toBeInTheDocument();
  const names = within(screen.getByRole("region", { name: "참여자" })).getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(names).toEqual(["민준", "서연"]);
  expect(within(screen.getByRole("region", { name: "구매 순서" })).getByRole("listitem")).toHaveTextContent("1민준3번째 도착");
  expect(screen.queryByRole("button", { name: "참여 열기" })).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "참여자 계정 삭제" })).not.toBeInTheDocument();
});

it("writes large counts with their separators, and says which requests got nothing", async () => {
  const sale = { ...open.room.sale, quantity: 1_000, remaining: 0 } as typeof open.room.sale;
  room = { ...open, room: { ...open.room, sale }, refused: 1_234 };
  renderPage(<SaleRoomPage />);
  expect(await screen.findByText("총 1,000개")).toBeInTheDocument();
  expect(screen.getByText("소진·마감 후 요청 1,234건")).toBeInTheDocument();
});

it("says how many accounts it removes, and asks first", async () => {
  room = { ...closed, removableGuests: 2 };
  renderPage(<SaleRoomPage />);
  await userEvent.click(await screen.findByRole("button", { name: "참여자 계정 삭제" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("참여자 계정 2개를 삭제하시겠습니까?")).toBeInTheDocument();
  expect(sent("remove_sale_guests")).toEqual([]);
  await userEvent.click(dialog.getByRole("button", { name: "계정 삭제" }));
  await waitFor(() => expect(sent("remove_sale_guests")).toEqual([{}]));
});
