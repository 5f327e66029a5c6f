// Where the UI runs: in the window or in a browser. A few things can be done in one of them only.

/** "window" in the desktop app, "browser" where the shop's own server has served the page. */
export function host(): "window" | "browser" {
  return "__TAURI_INTERNALS__" in window ? "window" : "browser";
}
