// The order of a product's pictures, as it is changed by dragging or by buttons.

/** The pictures with that of `from` at the place `to`. */
export function moved<T>(pictures: readonly T[], from: number, to: number): T[] {
  const others = pictures.filter((_, place) => place !== from);
  const one = pictures[from];
  return one === undefined ? [...pictures] : [...others.slice(0, to), one, ...others.slice(to)];
}

/** Where a picture is dropped: the place below the pointer, of those that are marked with one. */
export function placeAt(x: number, y: number): number | undefined {
  const place = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-place]")?.dataset["place"];
  return place === undefined ? undefined : Number(place);
}
