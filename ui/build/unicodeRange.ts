// Sets of characters as style sheets write them: `U+20-7e, U+ac00`.

export function charactersOf(ranges: string): Set<string> {
  const codes = ranges.split(",").flatMap((range) => {
    const [first = "", last = first] = range.trim().slice(2).split("-");
    const from = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, index) => from + index);
  });
  return new Set(codes.map((code) => String.fromCodePoint(code)));
}

export function unicodeRange(characters: ReadonlySet<string>): string {
  const codes = [...characters].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run?.to === code - 1) run.to = code;
    else runs.push({ from: code, to: code });
  }
  return runs.map(({ from, to }) => `U+${from.toString(16)}${from === to ? "" : `-${to.toString(16)}`}`).join(", ");
}
