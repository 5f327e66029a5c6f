// Every page of the storefront in Chromium, in both languages, light and dark: it opens, has its heading, its pictures
// load, and axe finds nothing. Its screenshot is written to `target/e2e-browser`.
import type { Size } from "./support/jangteo";
import { look } from "./support/look";
import type { Shopper } from "./support/shopper";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

type Lang = "ko" | "en";
/** How its picture is called, its route, its heading in each language. */
type Page = readonly [name: string, route: string, headings: Record<Lang, string>];

const FOR_ALL: readonly Page[] = [
  ["home", "/", { ko: "홈", en: "Home" }],
  ["list", "/products", { ko: "전체 상품", en: "All products" }],
  ["category", "/products?category=kitchen&sort=priceAsc", { ko: "그릇·주방", en: "Kitchen" }],
  ["search", "/products?q=된장", { ko: "‘된장’ 검색 결과", en: "Results for “된장”" }],
  ["search-nothing", "/products?q=우주선", { ko: "‘우주선’ 검색 결과", en: "Results for “우주선”" }],
  ["product", "/products/1", { ko: "들기름 막국수", en: "Perilla Oil Buckwheat Noodles" }],
  ["product-options", "/products/56", { ko: "시골 된장 1kg", en: "Farmhouse Soybean Paste" }],
  ["not-found", "/nowhere", { ko: "페이지를 찾을 수 없어요", en: "Page not found" }],
];
const FOR_VISITORS: readonly Page[] = [
  ["sign-in", "/sign-in", { ko: "로그인", en: "Sign in" }],
  ["register", "/register", { ko: "회원가입", en: "Create account" }],
  ["reset-password", "/reset-password", { ko: "비밀번호 재설정", en: "Reset password" }],
  ["terms", "/terms", { ko: "이용약관", en: "Terms of use" }],
  ["privacy", "/privacy", { ko: "개인정보 처리방침", en: "Privacy policy" }],
];
const FOR_CUSTOMERS: readonly Page[] = [
  ["coupons", "/coupons", { ko: "쿠폰", en: "Coupons" }],
  ["coupons-mine", "/coupons?tab=usable", { ko: "쿠폰", en: "Coupons" }],
  ["cart", "/cart", { ko: "장바구니", en: "Cart" }],
  ["checkout", "/checkout", { ko: "주문·결제", en: "Checkout" }],
  ["orders", "/orders", { ko: "주문 내역", en: "Orders" }],
  ["order-paid", "/orders/{CONFIRMED}", { ko: "주문 상세", en: "Order" }],
  ["order-done", "/orders/{CONFIRMED}/done", { ko: "주문이 완료됐어요", en: "Thank you for your order" }],
  ["receipt", "/orders/{CONFIRMED}/receipt", { ko: "영수증", en: "Receipt" }],
  ["order-unpaid", "/orders/{NORMAL}", { ko: "주문 상세", en: "Order" }],
  ["order-failed", "/orders/{PAYMENT_FAILED}/failed", { ko: "결제하지 못했어요", en: "Your payment failed" }],
  ["points", "/points", { ko: "포인트", en: "Points" }],
  ["profile", "/me", { ko: "프로필", en: "Profile" }],
  ["addresses", "/me/addresses", { ko: "배송지", en: "Addresses" }],
  ["password", "/me/password", { ko: "비밀번호", en: "Password" }],
  ["sessions", "/me/sessions", { ko: "로그인한 기기", en: "Signed-in devices" }],
  ["restock", "/me/restock", { ko: "재입고 알림", en: "Restock notices" }],
  ["consents", "/me/consents", { ko: "약관 동의", en: "Consents" }],
  ["leave", "/me/leave", { ko: "회원 탈퇴", en: "Delete account" }],
  ["settings", "/me/settings", { ko: "화면 설정", en: "Display settings" }],
  ["wishes", "/wishes", { ko: "찜한 상품", en: "Wishlist" }],
];
/** How the switches are called, in the language that is shown. */
const SWITCHES = {
  ko: { language: "한국어", light: "라이트", dark: "다크" },
  en: { language: "English", light: "Light", dark: "Dark" },
} as const;
/** One customer has made every order, among them one that broke off while it was paid. */
const ONE_CUSTOMER: Size = { products: 225, users: 1, orders: 200 };

for (const lang of ["ko", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`every page is whole and for everyone, ${lang}, ${theme}`, async ({ openShop, arrive }) => {
      const shopper = await arrive(await openShop(`pages-${lang}-${theme}`, ONE_CUSTOMER));
      await shopper.go("/");
      await shopper.choose(SWITCHES[lang].language);
      await shopper.choose(SWITCHES[lang][theme]);
      const faults: string[] = [];
      faults.push(...(await visit(shopper, [...FOR_ALL, ...FOR_VISITORS], lang, theme)));
      await shopper.becomeFirstCustomer();
      faults.push(...(await visit(shopper, await withOrders(shopper), lang, theme)));
      expect(faults, "axe finds nothing").toEqual([]);
    });
  }
}

test("pages fill a large screen and never scroll sideways", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("pages-wide", ONE_CUSTOMER));
  await shopper.page.setViewportSize({ width: 1920, height: 1080 });
  await shopper.becomeFirstCustomer();
  const faults = await visit(shopper, [...FOR_ALL, ...(await withOrders(shopper))], "ko", "wide");
  expect(faults, "axe finds nothing where there is more room either").toEqual([]);
});

/** Opens each page, saves a screenshot, and returns the violations of axe. */
async function visit(shopper: Shopper, pages: readonly Page[], lang: Lang, theme: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, route, headings] of pages) {
    await shopper.go(route);
    await expect(shopper.heading, name).toContainText(headings[lang]);
    faults.push(...(await look(shopper.page, `${name}-${lang}-${theme}`)));
  }
  return faults;
}

/** The customer's pages, each `{STATE}` filled with an order in that state. */
async function withOrders(shopper: Shopper): Promise<Page[]> {
  const ids = new Map<string, string>();
  for (const state of ["CONFIRMED", "NORMAL", "PAYMENT_FAILED"]) {
    await shopper.go(`/orders?period=all&state=${state}`);
    await shopper.page.waitForURL(`**state=${state}`);
    await expect(shopper.orders().first()).toContainText(STANDING[state] ?? "");
    const address = await shopper.orders().getByRole("link").first().getAttribute("href");
    ids.set(state, address?.split("/").at(-1) ?? "");
  }
  return FOR_CUSTOMERS.map(([name, route, headings]) => [name, route.replace(/\{(\w+)\}/, (_, state: string) => ids.get(state) ?? ""), headings]);
}

/** The text of the orders in a state, in either language. */
const STANDING: Record<string, RegExp> = {
  CONFIRMED: said("preparing", "shipped", "delivered"),
  NORMAL: said("unpaid"),
  PAYMENT_FAILED: said("failed"),
};

function said(...standings: readonly string[]): RegExp {
  const words = [wordsOf("ko"), wordsOf("en")].flatMap(({ of }) => standings.map((standing) => of(`orders:standing.${standing}`)));
  return new RegExp(words.join("|"));
}
