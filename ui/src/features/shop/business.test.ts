// Facts about a business come from the shop and go back as they were; what is not given is not shown.
import { expect, it } from "vitest";
import { businessFields, businessOf, givenFacts } from "./business";

const business = { name: "장터상회", representative: "박주인", registrationNumber: "124-81-00998", mailOrderNumber: "", address: "서울시", phone: "", email: "a@b.kr", privacyOfficer: "" };

it("keeps every fact on its way through a form", () => {
  expect(businessOf(businessFields(business))).toEqual(business);
  expect(Object.values(businessFields(undefined)).join("")).toBe("");
});

it("shows what is given, in order", () => {
  expect(givenFacts(business).map(({ field }) => field)).toEqual(["businessName", "representative", "registrationNumber", "businessAddress", "businessEmail"]);
  expect(givenFacts(null)).toEqual([]);
});
