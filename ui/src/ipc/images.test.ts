// A picture's address in the window, on each kind of system, and outside of it.
import { afterEach, expect, it, vi } from "vitest";
import { imageSource, imageSourceSet } from "./images";

function inWindowOn(userAgent: string) {
  vi.stubGlobal("__TAURI_INTERNALS__", {});
  vi.spyOn(navigator, "userAgent", "get").mockReturnValue(userAgent);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it("leaves the path to the server in a browser", () => {
  expect(imageSource("/images/apple-3.svg")).toBe("/images/apple-3.svg");
});

it.each([
  ["Mozilla/5.0 (X11; Linux x86_64)", "shop-image://localhost/images/apple-3.svg"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "shop-image://localhost/images/apple-3.svg"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "http://shop-image.localhost/images/apple-3.svg"],
])("goes by the app's scheme in the window of %s", (userAgent, expected) => {
  inWindowOn(userAgent);
  expect(imageSource("/images/apple-3.svg")).toBe(expected);
});

it("leaves pictures that carry their own data alone", () => {
  inWindowOn("Linux");
  expect(imageSource("data:image/svg+xml,abc")).toBe("data:image/svg+xml,abc");
});

const LARGE = "0123456789abcdef0123456789abcdef";
const SMALL = "fedcba9876543210fedcba9876543210";

it("offers both widths of a picture that is stored twice", () => {
  const path = `/images/${LARGE}-${SMALL}.jpg`;
  expect(imageSourceSet(path)).toBe(`${path}?w=480 480w, ${path} 1280w`);
  inWindowOn("Linux");
  expect(imageSourceSet(path)).toBe(`shop-image://localhost${path}?w=480 480w, shop-image://localhost${path} 1280w`);
});

it.each([`/images/${LARGE}.jpg`, "/images/jar-any-red-1f.svg", "data:image/svg+xml,abc", `/images/${LARGE}-small.jpg`])(
  "offers one address where there is one file: %s",
  (path) => {
    expect(imageSourceSet(path)).toBeUndefined();
  },
);
