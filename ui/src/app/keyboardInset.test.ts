// The height that the on-screen keyboard covers becomes a length that the layout leaves free.
import { afterEach, expect, test } from "vitest";
import { watchKeyboard } from "./keyboardInset";

const root = document.createElement("div");

afterEach(() => root.removeAttribute("style"));

/** A viewport as Safari has it, of the height that its keyboard leaves. */
function viewportOf(height: number, scale = 1): VisualViewport {
  return Object.assign(new EventTarget(), { height, offsetTop: 0, scale }) as unknown as VisualViewport;
}

function coveredBy(viewport: VisualViewport): string {
  watchKeyboard(viewport, root);
  viewport.dispatchEvent(new Event("resize"));
  return root.style.getPropertyValue("--keyboard");
}

test("what sticks to the lower edge is lifted by the height of the keyboard", () => {
  expect(coveredBy(viewportOf(window.innerHeight - 300))).toBe("300px");
});

test("neither the browser's own bar nor an enlarged page is a keyboard", () => {
  expect(coveredBy(viewportOf(window.innerHeight - 56))).toBe("0px");
  expect(coveredBy(viewportOf(window.innerHeight / 2, 2))).toBe("0px");
});
