// The window around the page: its menu follows the page's language and look, and it passes on what is chosen there and what
// became of a saved file. A browser does all of that by itself, and there no cue ever comes.
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
