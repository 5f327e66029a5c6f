// How far the guided tour has come on this device.
import { useLocalStorage } from "@mantine/hooks";

export interface TourState {
  /** The step, from 0. */
  at: number;
  /** Resting until it is resumed; over when it was seen to its end. */
  state: "new" | "running" | "resting" | "over";
}

const NEW: TourState = { at: 0, state: "new" };

export function useTourState(): [TourState, (next: TourState) => void] {
  const [stored, setStored] = useLocalStorage<TourState>({ key: "jangteo.tour", defaultValue: NEW, getInitialValueInEffect: false });
  return [isState(stored) ? stored : NEW, setStored];
}

function isState(stored: unknown): stored is TourState {
  if (typeof stored !== "object" || stored === null) return false;
  const { at, state } = stored as Partial<TourState>;
  return Number.isSafeInteger(at) && (state === "new" || state === "running" || state === "resting" || state === "over");
}
