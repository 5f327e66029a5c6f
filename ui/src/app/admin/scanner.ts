// Keys of a barcode scanner that acts as a keyboard: many characters in a moment, and Enter behind them. Characters come from
// the physical keys where an input method would make other ones of them.

/** Milliseconds between two keys at most; no fingers are as quick for a whole code. */
const GAP_MS = 50;
/** Before Enter some scanners rest. */
const REST_MS = 150;
/** Shorter codes are keys that were pressed quickly. */
const LEAST_CHARACTERS = 4;

export interface Press {
  code: string;
  key: string;
  shift: boolean;
  /** Milliseconds. */
  at: number;
}

/** What has come so far. */
export interface Burst {
  text: string;
  at: number;
}

export const NO_BURST: Burst = { text: "", at: Number.NEGATIVE_INFINITY };

interface Pressed {
  burst: Burst;
  /** It is the Enter of a scanner, and opens nothing else on the page. */
  isScanner: boolean;
  /** The whole code, once Enter has come. */
  scanned?: string;
}

export function pressed(burst: Burst, press: Press): Pressed {
  const gap = press.at - burst.at;
  if (press.code === "Enter" || press.code === "NumpadEnter") {
    const isScanner = burst.text.length >= LEAST_CHARACTERS && gap <= REST_MS;
    return isScanner ? { burst: NO_BURST, isScanner, scanned: burst.text } : { burst: NO_BURST, isScanner };
  }
  // A key that only changes the next one.
  if (press.code.startsWith("Shift")) return { burst, isScanner: false };
  const character = characterOf(press);
  if (character === undefined) return { burst: NO_BURST, isScanner: false };
  const text = burst.text !== "" && gap <= GAP_MS ? burst.text + character : character;
  // Until Enter comes it may be quick fingers on the keys of a list, which the page must not lose.
  return { burst: { text, at: press.at }, isScanner: false };
}

const SIGNS: Readonly<Record<string, string>> = { Minus: "-", Period: ".", Slash: "/", Space: " ", NumpadSubtract: "-", NumpadDecimal: "." };

function characterOf({ code, key, shift }: Press): string | undefined {
  if (/^[\x20-\x7e]$/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  return /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? SIGNS[code];
}
