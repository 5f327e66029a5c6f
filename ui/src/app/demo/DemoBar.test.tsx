// The demo's tools: absent in a real shop, folded away on request, and each does what it says.
import { notifications, notificationsStore } from "@mantine/notifications";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { NO_SHIPPING } from "@/features/shop/noShipping";
import type { AdminRole, Persona, ShopInfo, ShopperRate, User } from "@/ipc/generated/operations";
import { renderPage, standInWindow } from "@/shared/testing";
import { DemoBar } from "./DemoBar";
import { DemoSlot } from "./DemoSlot";

const persona = (email: string, name: string, role?: AdminRole): Persona => ({ email, name, type: role === undefined ? "CUSTOMER" : "ADMIN", role, password: "pw", availablePoint: 1_000 });
const PERSONAS: Persona[] = [
  persona("customer1@demo.jangteo", "김하나"),
  persona("customer2@demo.jangteo", "이두리"),
  persona("admin@demo.jangteo", "장터지기", "OWNER"),
  persona("clerk@demo.jangteo", "한나래", "CLERK"),
];

let user: User | null;
let rate: ShopperRate;
let shop: ShopInfo;
let called: [string, unknown][];
/** What the shop's next answer waits for. */
let until: Promise<void>;
/** Whether the shop refuses every sign-in. */
let refuses: boolean;

const invoke = vi.fn((command: string, args: { request: unknown }) => {
  called.push([command, args.request]);
  if (command === "get_shop") return until.then(() => shop);
  if (command === "get_me") return user === null ? Promise.reject({ code: "UNAUTHORIZED", message: "" }) : Promise.resolve(user);
  if (command === "login") {
    if (refuses) return Promise.reject({ code: "UNAUTHORIZED", message: "로그인이 필요해요." });
    const { email } = args.request as { email: string };
    const found = PERSONAS.find((one) => one.email === email);
    user = { id: 9, email, name: found?.name ?? "", type: found?.type ?? "CUSTOMER", role: found?.role } as User;
    return Promise.resolve(user);
  }
  if (command === "list_products") return Promise.resolve({ items: [], totalCount: 1_234 });
  if (command === "set_demo_shoppers") rate = (args.request as { rate: ShopperRate }).rate;
  // The sessions end with the data.
  if (command === "reset_demo") user = null;
  if (command.endsWith("demo_shoppers")) return Promise.resolve({ rate });
  return Promise.resolve({ items: [] });
});

standInWindow(invoke as never);

beforeEach(() => {
  localStorage.clear();
  for (const { id } of notificationsStore.getState().notifications) notifications.hide(id ?? "");
  until = Promise.resolve();
  [user, rate, called, refuses] = [null, "quiet", [], false];
  shop = { name: "장터", ready: true, demo: true, pointCharging: "FREE", paymentMethods: ["POINT"], setUpCodeRequired: false, shipping: NO_SHIPPING, personas: PERSONAS, businessZone: "Asia/Seoul", version: "0" };
});

// The tools are loaded when they are first shown, which takes a busy machine a while.
const tools = () => screen.findByRole("region", { name: "데모 가게 도구" }, { timeout: 20_000 });
const toasts = () => notificationsStore.getState().notifications.map(({ message }) => message);
const REFUSED = "이메일 또는 비밀번호가 일치하지 않아요. 다시 확인해 주세요.";
const askedFor = (command: string) => called.filter(([one]) => one === command).map(([, request]) => request);

it("stands in a demo shop alone", async () => {
  renderPage(<DemoSlot />);
  expect(await tools()).toHaveTextContent("데모 가게");
  expect(document.documentElement).toHaveAttribute("data-demo-bar");
});

it("is nowhere in a real shop, and none of its texts are loaded", async () => {
  shop = { ...shop, demo: false, personas: [] };
  renderPage(<DemoSlot />);
  await waitFor(() => expect(askedFor("get_shop")).toHaveLength(1));
  await act(async () => Promise.resolve());
  expect(screen.queryByRole("region")).toBeNull();
});

it("signs in as the user that is chosen, and says what each one shows", async () => {
  renderPage(<DemoBar personas={PERSONAS} />);
  fireEvent.click(await screen.findByRole("button", { name: "체험 계정 변경, 현재 비회원" }));
  const clerk = await screen.findByRole("menuitem", { name: /한나래/ });
  expect(clerk).toHaveTextContent("주문과 재고를 담당하는 직원이에요.");
  expect(screen.getAllByRole("menuitem")).toHaveLength(PERSONAS.length + 1);
  fireEvent.click(clerk);
  expect(await screen.findByRole("button", { name: "체험 계정 변경, 현재 한나래" })).toBeEnabled();
  expect(askedFor("login")).toEqual([{ email: "clerk@demo.jangteo", password: "pw" }]);
});

it("says why it could not sign in", async () => {
  refuses = true;
  renderPage(<DemoBar personas={PERSONAS} />);
  fireEvent.click(await screen.findByRole("button", { name: /^체험 계정 변경/ }));
  fireEvent.click(await screen.findByRole("menuitem", { name: /한나래/ }));
  await waitFor(() => expect(toasts()).toEqual([REFUSED]));
});

it("closes the presentation where the owner cannot be signed in", async () => {
  refuses = true;
  renderPage(<DemoBar personas={PERSONAS} />);
  fireEvent.click(await screen.findByRole("button", { name: "발표 시작" }));
  await waitFor(() => expect(toasts()).toEqual([REFUSED]), { timeout: 20_000 });
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "발표" })).toBeNull());
});

it("stays open while everything is read again for another user", async () => {
  renderPage(<DemoSlot />);
  const bar = await tools();
  let answer = () => {};
  until = new Promise((resolve) => (answer = resolve));
  fireEvent.click(await screen.findByRole("button", { name: /^체험 계정 변경/ }));
  fireEvent.click(await screen.findByRole("menuitem", { name: /이두리/ }));
  await waitFor(() => expect(askedFor("get_shop").length, "the shop, too").toBeGreaterThan(1));
  await act(async () => Promise.resolve());
  expect(bar, "what is open in it is not closed").toBeInTheDocument();
  answer();
  await screen.findByRole("button", { name: "체험 계정 변경, 현재 이두리" });
  expect(bar).toBeInTheDocument();
});

it("folds away, and stays so", async () => {
  renderPage(<DemoBar personas={PERSONAS} />);
  fireEvent.click(await screen.findByRole("button", { name: "데모 도구 접기" }));
  const open = await screen.findByRole("button", { name: "데모 가게 도구 펼치기" });
  expect(open).toHaveFocus();
  expect(document.documentElement).not.toHaveAttribute("data-demo-bar");
  expect(screen.queryByRole("button", { name: "내 가게 열기" })).toBeNull();
  expect(localStorage.getItem("jangteo.demoBarClosed")).toBe("true");
  fireEvent.click(open);
  expect(await screen.findByRole("button", { name: "데모 도구 접기" })).toHaveFocus();
});

it("changes how busy the simulated customers are", async () => {
  renderPage(<DemoBar personas={PERSONAS} />);
  fireEvent.click(await screen.findByRole("button", { name: "데모 도구 더 보기" }));
  const quiet = await screen.findByRole("menuitemradio", { name: /여유롭게/ });
  await waitFor(() => expect(quiet).toBeChecked());
  fireEvent.click(screen.getByRole("menuitemradio", { name: "없음" }));
  await waitFor(() => expect(askedFor("set_demo_shoppers")).toEqual([{ rate: "off" }]));
});

it("asks before the demo is reset", async () => {
  renderPage(<DemoBar personas={PERSONAS} />);
  fireEvent.click(await screen.findByRole("button", { name: "데모 도구 더 보기" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "데모 초기화" }));
  const question = await screen.findByRole("dialog", { name: "데모 가게를 초기화할까요?" });
  fireEvent.click(within(question).getByRole("button", { name: "취소" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(askedFor("reset_demo")).toEqual([]);
});

it("reads everything again after a reset, also where the user cannot be signed in again", async () => {
  user = { id: 9, email: "admin@demo.jangteo", name: "장터지기", type: "ADMIN" } as User;
  renderPage(<DemoBar personas={PERSONAS} />);
  await screen.findByRole("button", { name: "체험 계정 변경, 현재 장터지기" });
  refuses = true;
  fireEvent.click(screen.getByRole("button", { name: "데모 도구 더 보기" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "데모 초기화" }));
  const question = await screen.findByRole("dialog", { name: "데모 가게를 초기화할까요?" });
  fireEvent.click(within(question).getByRole("button", { name: "초기화" }));
  await waitFor(() => expect(toasts()).toEqual([REFUSED, "데모 가게를 초기화했어요"]));
  expect(await screen.findByRole("button", { name: "체험 계정 변경, 현재 비회원" })).toBeInTheDocument();
});

it("says how many products a shop of one's own takes along", async () => {
  renderPage(<DemoBar personas={PERSONAS} />);
  fireEvent.click(await screen.findByRole("button", { name: "내 가게 열기" }));
  expect(await screen.findByText(/^상품 1,234개의 옵션/, {}, { timeout: 20_000 })).toBeInTheDocument();
  expect(screen.getByText(/^상품 1,234개를 현재 재고/)).toBeInTheDocument();
});

it("guides through the shop: left at a step, it is resumed there", async () => {
  renderPage(<DemoBar personas={PERSONAS} />);
  fireEvent.click(await screen.findByRole("button", { name: "기능 안내" }));
  const card = async (title: string) => screen.findByRole("dialog", { name: title });
  expect(await card("고객이 처음 만나는 화면이에요"), "is not printed").toHaveAttribute("data-chrome");
  fireEvent.click(screen.getByRole("button", { name: "다음" }));
  await card("초성만 입력해도 찾아요");
  fireEvent.click(screen.getByRole("button", { name: "다음" }));
  const cart = await card("장바구니에서 할인까지 계산해요");
  await waitFor(() => expect(askedFor("login"), "its page is a customer's").toEqual([{ email: "customer1@demo.jangteo", password: "pw" }]));
  fireEvent.keyDown(cart, { code: "Escape" });
  expect(screen.queryByRole("dialog")).toBeNull();
  fireEvent.click(await screen.findByRole("button", { name: "기능 안내 이어 보기 (3/5)" }));
  await card("장바구니에서 할인까지 계산해요");
  fireEvent.click(screen.getByRole("button", { name: "안내 그만 보기" }));
  expect(await screen.findByRole("button", { name: "기능 안내 다시 보기" })).toBeInTheDocument();
});
