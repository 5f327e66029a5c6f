// The rules of fields accept and refuse typed and pasted text.
import { expect, it } from "vitest";
import { email, newPassword, optionalPhone, phone, text, zipCode } from "./rules";

it("takes out what is pasted along unseen", () => {
  expect(text(5).parse("\u200B주방\u00A0용품\u202E ")).toBe("주방 용품");
  expect(text(1).parse("\u1100\u1161\u11A8")).toBe("각");
  expect(email.parse("\uFEFFkim@demo.kr\u00A0")).toBe("kim@demo.kr");
  expect(zipCode.parse("06236\u200B")).toBe("06236");
  expect(text(5).safeParse("\u200B\u00A0").success).toBe(false);
});

it("takes a telephone number however it is typed", () => {
  for (const value of ["010-1234-5678", "010.1234.5678", "01012345678", "(02) 123-4567", "+82 10 1234 5678", "０１０－１２３４－５６７８"]) {
    expect(phone.safeParse(value).success, value).toBe(true);
  }
  for (const value of ["", "123456", "1234567890123456", "010-1234-567a", "++821012345678", "call me"]) {
    expect(phone.safeParse(value).success, value).toBe(false);
  }
  expect(optionalPhone.parse("\u200B")).toBe("");
});

it("counts a password as the shop does", () => {
  expect(newPassword.safeParse("\u1107\u1175".repeat(4)).success).toBe(false);
  expect(newPassword.safeParse("비".repeat(8)).success).toBe(true);
  expect(newPassword.safeParse("  spaces ").success).toBe(true);
});
