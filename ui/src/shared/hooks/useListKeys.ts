// J and K walk a list, X picks a row, Enter opens it. The focus itself is the cursor, so that the
// keyboard, the screen reader and the eye always agree on the row.
import { useCallback, useRef } from "react";
import { useShortcut } from "./useShortcut";

export interface ListKeys {
  count: number;
  /** Enter on a row; leave out where rows are links, which open by themselves. */
  onOpen?: (index: number) => void;
  /** X on a row. */
  onToggle?: (index: number) => void;
}

export interface ListRowProps {
  ref: (element: HTMLElement | null) => void;
  "data-list-row": number;
}

/** Returns the props of row `index`; its element must be focusable (a link, or tabIndex -1). */
export function useListKeys({ count, onOpen, onToggle }: ListKeys): (index: number) => ListRowProps {
  const rows = useRef(new Map<number, HTMLElement>());

  const focused = () => {
    for (const [index, row] of rows.current) {
      if (row.contains(document.activeElement)) return index;
    }
    return -1;
  };
  const move = (step: number) => {
    const from = focused();
    const to = from < 0 ? 0 : Math.min(Math.max(from + step, 0), count - 1);
    const row = rows.current.get(to);
    row?.focus();
    row?.scrollIntoView({ block: "nearest" });
  };

  useShortcut({ code: "KeyJ" }, () => move(1));
  useShortcut({ code: "KeyK" }, () => move(-1));
  useShortcut({ code: "KeyX" }, () => {
    const index = focused();
    if (index >= 0) onToggle?.(index);
  });

  const open = useRef(onOpen);
  open.current = onOpen;

  return useCallback((index: number): ListRowProps => {
    const onEnter = (event: KeyboardEvent) => {
      if (event.code === "Enter" && event.target === event.currentTarget) open.current?.(index);
    };
    return {
      "data-list-row": index,
      ref: (element) => {
        rows.current.get(index)?.removeEventListener("keydown", onEnter);
        if (element === null) rows.current.delete(index);
        else {
          rows.current.set(index, element);
          element.addEventListener("keydown", onEnter);
        }
      },
    };
  }, []);
}
