// The window's own menu: it follows the page's language and look, and passes on what is chosen in it. A browser has a menu of
// its own, and there nothing is ever chosen.
import { callLanguage } from "./call";
import type { AttachMenu, MenuChoice } from "./generated/operations";
import { chooseTransport } from "./transport";

/** Passes every choice on until the returned function is called. */
export function attachMenu(look: AttachMenu["look"], onChoice: (choice: MenuChoice) => void): () => void {
  let attached = true;
  const args = { request: { look }, lang: callLanguage() };
  const listen = (choice: unknown) => {
    if (attached) onChoice(choice as MenuChoice);
  };
  // Without its menu the window still does everything.
  chooseTransport().attachMenu(args, listen).catch(() => undefined);
  return () => {
    attached = false;
  };
}
