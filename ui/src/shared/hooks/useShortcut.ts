// Keyboard shortcuts by physical key (`event.code`), so that they work with the Korean layout on,
// and never while text is being composed or typed, or a dialog is open.
import { useEffect, useEffectEvent, useRef } from "react";

export interface Shortcut {
  /** Physical key, as in KeyboardEvent.code: "KeyK", "Slash", "Escape". */
  code: string;
  /** Ctrl, or Cmd on a Mac. Such shortcuts also work while typing. */
  mod?: boolean;
  shift?: boolean;
}

const CHORD_MS = 1200;

/** Runs `handler` when the shortcut is pressed. */
export function useShortcut(shortcut: Shortcut, handler: () => void): void {
  const { code, mod = false, shift = false } = shortcut;
  useKeyDown((event) => {
    if (event.code !== code || hasMod(event) !== mod || event.shiftKey !== shift || event.altKey) return;
    if (!mod && isBusyElsewhere(event)) return;
    event.preventDefault();
    handler();
  });
}

/** After `lead`, the next key within 1.2 s picks one of `targets` (both by `event.code`). */
export function useChord(lead: string, targets: Readonly<Record<string, () => void>>): void {
  const leadAt = useRef(Number.NEGATIVE_INFINITY);
  useKeyDown((event) => {
    if (hasMod(event) || event.altKey || event.shiftKey || isBusyElsewhere(event)) return;
    const isSecond = event.timeStamp - leadAt.current < CHORD_MS;
    leadAt.current = !isSecond && event.code === lead ? event.timeStamp : Number.NEGATIVE_INFINITY;
    const target = isSecond ? targets[event.code] : undefined;
    if (target === undefined) return;
    event.preventDefault();
    target();
  });
}

/** Whether an input method is still composing a syllable with this key. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function useKeyDown(onKeyDown: (event: KeyboardEvent) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && !isComposing(event)) onKeyDown(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function hasMod(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

/** Plain keys belong to a text field or an open dialog or menu while there is one. */
function isBusyElsewhere(event: KeyboardEvent): boolean {
  const target = event.target;
  if (target instanceof HTMLElement && target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]")) {
    return true;
  }
  return document.querySelector("[role=dialog], [role=menu]") !== null;
}
