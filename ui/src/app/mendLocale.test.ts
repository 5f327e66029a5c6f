// A language that Intl refuses is replaced; a real one is left alone.
import { afterEach, expect, it } from "vitest";
import { mendLocale } from "./mendLocale";

function report(language: string) {
  Object.defineProperty(navigator, "language", { value: language, configurable: true });
}

afterEach(() => {
  Reflect.deleteProperty(navigator, "language");
  Reflect.deleteProperty(navigator, "languages");
});

it.each([
  ["C", "ko-KR"],
  ["C.UTF-8", "ko-KR"],
  ["en-US", "en-US"],
])("%s becomes %s", (reported, mended) => {
  report(reported);
  mendLocale();
  expect(navigator.language).toBe(mended);
});
