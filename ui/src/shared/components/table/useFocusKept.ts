// The focus where what held it goes away: the bar of picked rows once it has done its work, or the last row. It would fall to
// the page, and a user of keyboard or screen reader would begin at the top again.
import { type RefObject, useEffect, useRef } from "react";

/** Gives a lost focus to the box that picks all rows; to the page's heading where no rows are left. */
export function useFocusKept(frame: RefObject<HTMLElement | null>, anyPicked: boolean, anyRows: boolean): void {
  const before = useRef({ anyPicked, anyRows });
  useEffect(() => {
    const { current: had } = before;
    before.current = { anyPicked, anyRows };
    if ((had.anyPicked && !anyPicked) || (had.anyRows && !anyRows)) return onceUncovered(() => catchFocus(frame.current));
  }, [frame, anyPicked, anyRows]);
}

/** A dialog keeps the focus until it has closed, and returns it to an element that may have been removed by then. */
function onceUncovered(act: () => void): () => void {
  const tryNow = () => {
    if (document.querySelector("[role=dialog]") !== null) return;
    watcher.disconnect();
    act();
  };
  const watcher = new MutationObserver(tryNow);
  watcher.observe(document.body, { childList: true, subtree: true });
  tryNow();
  return () => watcher.disconnect();
}

/** A focus that has moved elsewhere meanwhile stays there. */
function catchFocus(frame: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return;
  const place = frame?.querySelector<HTMLElement>("thead input[type=checkbox]") ?? document.querySelector<HTMLElement>("main h1");
  place?.focus({ preventScroll: true });
}
