// The audience of a text: shoppers read 해요체, admins nouns and 합니다체. A shared text that differs has the panel's words
// under the same key with "_admin" behind it; the component that shows it passes this as the context.

const PANEL = /^#\/admin(\/|\?|$)/;

/** "admin" while a page of the panel is shown. By the address, so that toasts and dialogs know it as well as pages. */
export function audience(): "admin" | undefined {
  return PANEL.test(window.location.hash) ? "admin" : undefined;
}
