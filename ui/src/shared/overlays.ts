// Dialogs come a moment after the first page (app/Overlays.tsx); one that is asked for before is not lost.

let coming: Promise<void> | undefined;

/** To be told before the pages are drawn. */
export function expectOverlays(arrival: Promise<void>): void {
  coming = arrival.then(() => {
    coming = undefined;
  });
}

/** Opens a dialog, now or as soon as there is a place for it. */
export function openOverlay(open: () => void): void {
  if (coming === undefined) open();
  else void coming.then(open);
}
