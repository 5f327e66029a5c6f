// The state of the palette: whether it is open, and which of its actions is selected.
import { createSpotlight } from "@mantine/spotlight";

export const [paletteStore, palette] = createSpotlight();

/** Selects the first action: actions that came with an answer are not selected by themselves. */
export function selectFirstAction(): void {
  const { listId } = paletteStore.getState();
  const list = document.getElementById(listId);
  if (list === null) return;
  for (const selected of list.querySelectorAll("[data-selected]")) selected.removeAttribute("data-selected");
  list.querySelector("[data-action]")?.setAttribute("data-selected", "true");
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}
