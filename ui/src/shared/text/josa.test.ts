// Particles by final consonant, digits and Latin letters.
import { expect, it } from "vitest";
import { josa, type JosaPair } from "./josa";

it.each<[string, JosaPair, string]>([
  ["사과", "을/를", "사과를"],
  ["귤", "을/를", "귤을"],
  ["귤", "으로/로", "귤로"],
  ["감", "으로/로", "감으로"],
  ["장터", "은/는", "장터는"],
  ["쿠폰", "이/가", "쿠폰이"],
  ["상품 3", "이/가", "상품 3이"],
  ["상품 2", "이/가", "상품 2가"],
  ["100", "으로/로", "100으로"],
  ["7", "으로/로", "7로"],
  ["12,900원", "을/를", "12,900원을"],
  ["1,200P", "을/를", "1,200P를"],
  ["10%", "은/는", "10%는"],
  ["사과 (대)", "을/를", "사과 (대)를"],
  ["Mac", "은/는", "Mac은"],
  ["email", "으로/로", "email로"],
  ["배", "이에요/예요", "배예요"],
])("%s + %s = %s", (word, pair, expected) => {
  expect(josa(word, pair)).toBe(expected);
});
