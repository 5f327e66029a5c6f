// Whole numbers as they are copied out of spreadsheets and shops. The same spelling as the shop's own reader of tables
// (shop-domain/src/number.rs): a comma that does not group by three may be a decimal point, and is not guessed at.

const SPELLING = /^(?:[₩￦]\s*)?(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.00?)?(\s*원)?$/;

/** The number that a text spells; undefined where it is no whole number. */
export function readWholeNumber(text: string): number | undefined {
  const trimmed = text.trim();
  const spelled = SPELLING.exec(trimmed);
  if (spelled === null || (/^[₩￦]/.test(trimmed) && spelled[2] !== undefined)) return undefined;
  const number = Number(spelled[1]?.replaceAll(",", ""));
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The number in a field, whole or not, as its rules want it; an empty text where there is none. While typing, the field's value is a text. */
export function typedNumber(typed: number | string): number | "" {
  const number = typed === "" ? Number.NaN : Number(typed);
  return Number.isFinite(number) ? number : "";
}
