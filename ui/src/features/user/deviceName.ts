// The name of the device of a session: the usual name of a browser, from its long user agent.

/** The first that fits counts: most browsers also claim to be those before them. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bWhale\//, "Whale"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** "Chrome · Linux" for a browser; what is no browser keeps the name that it gave. */
export function deviceName(device: string): string {
  const named = (table: readonly [RegExp, string][]) => table.find(([sign]) => sign.test(device))?.[1];
  const browser = named(BROWSERS);
  if (browser === undefined) return device;
  return [browser, named(SYSTEMS)].filter((part) => part !== undefined).join(" · ");
}
