// The window around the page: its menu follows the language and the theme of the page, and it sends the items that are
// chosen there and the result of saving a file. A browser does all of this itself and sends none.
import { callLanguage } from "./call";
import type { AttachMenu, PageCue } from "./generated/operations";
import { chooseTransport } from "./transport";

/** Passes every cue on until the returned function is called. */
export function attachMenu(look: AttachMenu["look"], onCue: (cue: PageCue) => void): () => void {
  let attached = true;
  const args = { request: { look }, lang: callLanguage() };
  const listen = (cue: unknown) => {
    if (attached) onCue(cue as PageCue);
  };
  // Without its menu the window still does everything.
  chooseTransport().attachMenu(args, listen).catch(() => undefined);
  return () => {
    attached = false;
  };
}
