// Where a picture is read from. The contract names pictures by a path that the server serves; the Tauri
// window has no server behind it and reads them through the app's own scheme instead. An uploaded picture is stored in two
// widths, and the browser takes the one that fits.

import { host } from "./host";

/** The widths at which the shop stores a picture, in pixels. */
const SMALL_WIDTH = 480;
const LARGE_WIDTH = 1280;

/** The name of a picture of two widths holds the hash of each file. */
const TWO_WIDTHS = /^\/images\/[0-9a-f]{32}-[0-9a-f]{32}\.[a-z]+$/;

/** The address for an `<img>` of a contract path such as "/images/apple-3.svg". Anything else is left as it is. */
export function imageSource(path: string): string {
  if (!path.startsWith("/") || host() === "browser") return path;
  // WebView2 knows no schemes of an app's own; Tauri serves them there under a host name.
  const origin = navigator.userAgent.includes("Windows") ? "http://shop-image.localhost" : "shop-image://localhost";
  return origin + path;
}

/** The `srcset` of the same picture; nothing where it is stored once, as drawn and older pictures are. */
export function imageSourceSet(path: string): string | undefined {
  if (!TWO_WIDTHS.test(path)) return undefined;
  const source = imageSource(path);
  return `${source}?w=${SMALL_WIDTH} ${SMALL_WIDTH}w, ${source} ${LARGE_WIDTH}w`;
}
