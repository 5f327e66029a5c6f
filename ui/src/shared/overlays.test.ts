// A dialog that is asked for before its place has come is opened then.
import { expect, it, vi } from "vitest";
import { expectOverlays, openOverlay } from "./overlays";

it("opens at once where dialogs have a place, and otherwise as soon as they have", async () => {
  const open = vi.fn();
  openOverlay(open);
  expect(open).toHaveBeenCalledTimes(1);

  let arrive = () => {};
  expectOverlays(new Promise((resolve) => (arrive = resolve)));
  openOverlay(open);
  expect(open, "not lost, but not yet").toHaveBeenCalledTimes(1);
  arrive();
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));

  openOverlay(open);
  expect(open, "from then on at once").toHaveBeenCalledTimes(3);
});
