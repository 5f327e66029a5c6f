// Where a picture is read from. The contract names pictures by a path that the server serves; the Tauri
// window has no server behind it and reads them through the app's own scheme instead.

import { home } from "./home";

/** The address for an `<img>` of a contract path such as "/images/apple-3.svg". Anything else is left as it is. */
export function imageSource(path: string): string {
  if (!path.startsWith("/") || home() === "browser") return path;
  // WebView2 knows no schemes of an app's own; Tauri serves them there under a host name.
  const host = navigator.userAgent.includes("Windows") ? "http://shop-image.localhost" : "shop-image://localhost";
  return host + path;
}
