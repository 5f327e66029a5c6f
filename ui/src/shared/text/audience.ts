// To whom a text speaks: politely to shoppers, in plain nouns to admins. A shared text that differs has the panel's words under
// the same key with "_admin" behind it; the component that shows it passes this as the context. Texts without keep their one wording.

const PANEL = /^#\/admin(\/|\?|$)/;

/** "admin" while a page of the panel is shown. By the address, so that toasts and dialogs know it as well as pages. */
export function audience(): "admin" | undefined {
  return PANEL.test(window.location.hash) ? "admin" : undefined;
}
