// What is typed into the panel's palette: words to find something by, or an act with such words, before them or, as Korean has
// it, behind them. Both languages are understood in either.

/** What the found things are for. */
export type PaletteAct = "open" | "ship" | "refund" | "stock";

export interface Command {
  act: PaletteAct;
  words: string;
}

const WORDS: readonly (readonly [PaletteAct, readonly string[]])[] = [
  ["ship", ["ship", "발송 처리", "발송"]],
  ["refund", ["refund", "환불"]],
  ["stock", ["stock", "재고 조정", "재고"]],
];

export function parseCommand(typed: string): Command {
  const text = typed.trim().replace(/\s+/g, " ");
  const lower = text.toLowerCase();
  for (const [act, names] of WORDS) {
    for (const name of names) {
      if (lower === name) return { act, words: "" };
      if (lower.startsWith(`${name} `)) return { act, words: text.slice(name.length + 1) };
      // In English the verb comes first.
      if (/^[a-z]/.test(name)) continue;
      if (lower.endsWith(` ${name}`)) return { act, words: text.slice(0, -name.length - 1) };
    }
  }
  return { act: "open", words: text };
}
