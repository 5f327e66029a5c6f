// The shortcuts that hold on every page. "/" belongs to the search box, Esc to whatever is open.
import { useNavigate } from "react-router";
import { useChord, useShortcut } from "@/shared/hooks/useShortcut";
import { palette } from "./paletteStore";
import { openShortcutHelp } from "./ShortcutHelp";
import type { Place } from "./shortcuts";

export function useGlobalShortcuts(places: readonly Place[]): void {
  const navigate = useNavigate();
  useShortcut({ code: "KeyK", mod: true }, palette.toggle);
  useShortcut({ code: "Slash", shift: true }, () => openShortcutHelp(places));
  useChord("KeyG", Object.fromEntries(places.map((place) => [place.code, () => void navigate(place.to)])));
}
