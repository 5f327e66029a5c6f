// The first import of all. Under LANG=C, WebKitGTK reports the language "C", which Intl refuses with
// an exception; libraries that ask at import would leave a blank window.

export function mendLocale(): void {
  if (isLocale(navigator.language)) return;
  Object.defineProperty(navigator, "language", { value: "ko-KR", configurable: true });
  Object.defineProperty(navigator, "languages", { value: ["ko-KR"], configurable: true });
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && tag.toLowerCase() !== "posix";
  } catch {
    return false;
  }
}

mendLocale();
