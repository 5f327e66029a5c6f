// Every text of both languages keeps the glossary; and each rule finds an offence that is planted.
import { expect, it } from "vitest";
import { adminEn, adminKo } from "@/app/admin/texts";
import { demoEn, demoKo } from "@/app/demo/texts";
import { ko } from "@/app/texts";
import { en } from "@/app/textsEn";
import { restockEn, restockKo } from "@/features/restock/texts";
import { recoveryEn, recoveryKo } from "@/pages/recovery/texts";
import { returnsEn, returnsKo } from "@/features/returns/texts";
import { bareCounts, isForAdmins, neverWords, textsOf, twoWords, wrongVoices } from "./check";
import { TERMS } from "./terms";

const korean = textsOf({ ...ko, ...adminKo, ...demoKo, ...recoveryKo, ...restockKo, ...returnsKo });
const english = textsOf({ ...en, ...adminEn, ...demoEn, ...recoveryEn, ...restockEn, ...returnsEn });

const planted = (key: string, text: string) => new Map([[key, text]]);

it("has no word that the glossary rules out", () => {
  expect([...neverWords("ko", korean), ...neverWords("en", english)]).toEqual([]);
});

it.each([
  ["ko", "cart:summary.order", "{{count}}가지 주문하기", "개"],
  ["ko", "coupons:tabs.used", "쓴 쿠폰", "사용 완료"],
  ["ko", "orders:payment.at", "결제한 때", "일시"],
  ["ko", "adminAudit:title", "감사 기록", "활동 기록"],
  ["en", "adminProof:allHold", "All books are right", "All checks passed"],
  ["en", "points:charge.submit", "Charge {{amount}}", "Top up"],
  ["en", "adminAudit:action", "Act", "Action"],
] as const)("finds in %s at %s: %s", (lang, key, text, write) => {
  const found = neverWords(lang, planted(key, text));
  expect(found.join("\n")).toContain(key);
  expect(found.join("\n"), "what to write instead").toContain(write);
});

it("takes a word inside another, and the name of a value, for no offence", () => {
  expect(neverWords("en", planted("adminAudit:title", "Activity of this actor"))).toEqual([]);
  expect(neverWords("en", planted("orders:changed", "Your order changed: {{anew}}"))).toEqual([]);
});

it("has one term a thing", () => {
  expect(twoWords(korean, english)).toEqual([]);
});

it.each([
  ["상품 준비 중", "Preparing", "배송 준비 중"],
  ["배송 준비 중", "To ship", "Preparing"],
  ["결제할 금액", "Total", "총 결제 금액"],
])("finds %s beside %s", (ofKorean, ofEnglish, write) => {
  const key = "orders:standing.preparing";
  const found = twoWords(planted(key, ofKorean), planted(key, ofEnglish)).join("\n");
  expect(found).toContain(key);
  expect(found, "what to write instead").toContain(write);
});

it("lists no term twice, and none that no text has", () => {
  const pairs = TERMS.map((term) => `${term.ko} / ${term.en}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  const used = new Set([...korean].map(([key, text]) => `${text} / ${english.get(key) ?? english.get(`${key}_other`)}`));
  expect(pairs.filter((pair) => !used.has(pair))).toEqual([]);
});

it("speaks to shoppers and to admins in their voices", () => {
  expect(wrongVoices(korean)).toEqual([]);
});

it.each([
  ["cart:empty.text", "상품을 담아 주십시오."],
  ["checkout:done.title", "주문이 완료되었습니다"],
  ["cart:empty.text", "장바구니에 상품 없음."],
  ["adminOrders:empty.text", "주문이 없어요."],
  ["adminOrders:empty.title", "주문이 없어요"],
  ["errors:NOT_FOUND_admin", "찾을 수 없음."],
])("finds the wrong voice at %s: %s", (key, text) => {
  expect(wrongVoices(planted(key, text)).join("\n")).toContain(key);
});

it("knows whose texts are whose", () => {
  const ofAdmins = ["adminOrders:title", "admin:area", "server:title", "recovery:retry", "errors:NOT_FOUND_admin", "shell:clock.title"];
  const ofShoppers = ["orders:title", "admin:denied.title", "server:notHere.title", "errors:NOT_FOUND", "shell:cart", "welcome:title"];
  expect(ofAdmins.filter((key) => !isForAdmins(key))).toEqual([]);
  expect(ofShoppers.filter(isForAdmins)).toEqual([]);
});

it("says beside a coupon's bar what is counted", () => {
  expect([...bareCounts("ko", korean), ...bareCounts("en", english)]).toEqual([]);
  expect(bareCounts("en", planted("adminCoupons:issuedOf", "{{issued}} / {{total}}"))).toHaveLength(1);
  expect(bareCounts("ko", planted("coupons:leftOf", "{{left}} / {{total}}장"))).toHaveLength(1);
});
