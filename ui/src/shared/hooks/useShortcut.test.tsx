// Shortcuts follow the physical key and stay out of the way of typing.
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { useChord, useShortcut } from "./useShortcut";

const onSlash = vi.fn();
const onHome = vi.fn();

function Probe() {
  useShortcut({ code: "Slash" }, onSlash);
  useChord("KeyG", { KeyH: onHome });
  return <input aria-label="field" />;
}

function pressed(keys: KeyboardEventInit[], target: Element = document.body): { slash: number; home: number } {
  onSlash.mockClear();
  onHome.mockClear();
  for (const key of keys) fireEvent.keyDown(target, key);
  return { slash: onSlash.mock.calls.length, home: onHome.mock.calls.length };
}

it("goes by the key, not by the letter", () => {
  render(<Probe />);
  expect(pressed([{ code: "KeyG", key: "ㅎ" }, { code: "KeyH", key: "ㅗ" }]).home, "Korean layout").toBe(1);
  expect(pressed([{ code: "KeyH" }]).home, "without its lead").toBe(0);
});

it("ignores composition, text fields and other modifiers", () => {
  render(<Probe />);
  expect(pressed([{ code: "Slash" }]).slash).toBe(1);
  expect(pressed([{ code: "Slash", isComposing: true }]).slash, "composing").toBe(0);
  expect(pressed([{ code: "Slash", keyCode: 229 }]).slash, "composing in WebKit").toBe(0);
  expect(pressed([{ code: "Slash", shiftKey: true }]).slash, "that is ?").toBe(0);
  expect(pressed([{ code: "Slash" }], screen.getByLabelText("field")).slash, "typing").toBe(0);
});
