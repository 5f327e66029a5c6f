// A name on a Korean and on an English page.
import { render } from "@testing-library/react";
import i18next from "i18next";
import { afterEach, expect, it } from "vitest";
import { NameText } from "./NameText";

afterEach(() => i18next.changeLanguage("ko"));

it.each([
  ["ko", "귤", "Tangerines", "귤"],
  ["en", "귤", "Tangerines", "Tangerines"],
  ["en", "귤", undefined, '<span lang="ko">귤</span>'],
  ["en", "귤", null, '<span lang="ko">귤</span>'],
  ["en", "XL", undefined, "XL"],
  ["en", "귤 / 큰 것", "Tangerines / 큰 것", 'Tangerines / <span lang="ko">큰 것</span>'],
  ["en", "귤 / 큰 것", "Tangerines / Large", "Tangerines / Large"],
])("%s: %s, %s", async (lang, name, nameEn, shown) => {
  await i18next.changeLanguage(lang);
  const { container } = render(<NameText name={name} nameEn={nameEn} />);
  expect(container.innerHTML).toBe(shown);
});
