// The lines to order, as the cart wrote them into the address: `items=1,2`.

/** Undefined where nothing (or nothing sensible) is named: then everything that can be ordered is. */
export function readItems(text: string | null): number[] | undefined {
  const ids = (text ?? "").split(",").filter((part) => /^[1-9]\d{0,15}$/.test(part)).map(Number);
  return ids.length > 0 ? [...new Set(ids)] : undefined;
}
