// Cuts the Korean font into pieces for browsers. The first piece holds what the storefront's own texts and the most common
// syllables need, and is loaded with the page; less common syllables lie in pieces that a browser fetches when a page shows
// one of them. The pieces are written into `node_modules/.cache`, and are cut again when the texts or the font change.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import type { Plugin } from "vite";
import { charactersOf, unicodeRange } from "./unicodeRange.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Where the pieces and their style sheet lie; `vite.config.ts` and `index.html` name it too. */
const CUT = at("node_modules/.cache/font");
const PACKAGE = at("node_modules/pretendard/dist/web/variable");
const WHOLE = `${PACKAGE}/woff2/PretendardVariable.woff2`;
const TEXTS = at("src/locales");

const FAMILY = "Pretendard Variable";
/** Lighter and bolder weights are not used by any page. */
const WEIGHT = { min: 400, max: 800 };
/** What pages switch on, and what shaping needs: without the others the pieces are a tenth smaller. */
const FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "liga", "rlig", "tnum", "ss06"];

/** The package's own slices are sorted by how common their characters are, the most common last. */
const MOST_COMMON = [87, 92] as const;
const COMMON = [
  [83, 87],
  [79, 83],
  [72, 79],
] as const;
const RARE = [0, 72] as const;

interface Piece {
  file: string;
  characters: ReadonlySet<string>;
}

export function cutFont(): Plugin {
  // Tests of components draw nothing.
  return { name: "cut-font", apply: (_config, { mode }) => mode !== "test", buildStart: cutUnlessThere };
}

async function cutUnlessThere(): Promise<void> {
  const slices = slicesOfPackage();
  const pieces = piecesOf(slices);
  const stamp = createHash("sha256")
    .update(readFileSync(WHOLE))
    .update(readFileSync(at("build/cutFont.ts")))
    .update(JSON.stringify(pieces.map(({ characters }) => [...characters].sort().join(""))))
    .digest("hex");
  if (existsSync(`${CUT}/stamp`) && readFileSync(`${CUT}/stamp`, "utf8") === stamp) return;
  rmSync(CUT, { recursive: true, force: true });
  mkdirSync(CUT, { recursive: true });
  await writePieces(pieces, slices.slice(...RARE));
  writeFileSync(`${CUT}/stamp`, stamp);
}

async function writePieces(pieces: readonly Piece[], rare: readonly ReadonlySet<string>[]): Promise<void> {
  const whole = readFileSync(WHOLE);
  const options = { targetFormat: "woff2", variationAxes: { wght: WEIGHT }, keepFeatures: FEATURES } as const;
  for (const { file, characters } of pieces) writeFileSync(`${CUT}/${file}`, await subsetFont(whole, [...characters].join(""), options));
  const rareFaces = rare.map((characters, slice) => {
    const file = `PretendardVariable.subset.${slice}.woff2`;
    copyFileSync(`${PACKAGE}/woff2-dynamic-subset/${file}`, `${CUT}/${file}`);
    return faceOf({ file, characters });
  });
  writeFileSync(`${CUT}/font.css`, pieces.map(faceOf).join("\n"));
  writeFileSync(`${CUT}/rare.css`, rareFaces.join("\n"));
}

/** All faces name the same weights, because a browser does not look into a face of other weights for a missing character. */
function faceOf({ file, characters }: Piece): string {
  return [
    "@font-face {",
    `  font-family: "${FAMILY}";`,
    "  font-style: normal;",
    "  font-display: swap;",
    `  font-weight: ${WEIGHT.min} ${WEIGHT.max};`,
    `  src: url("./${file}") format("woff2");`,
    `  unicode-range: ${unicodeRange(characters)};`,
    "}",
  ].join("\n");
}

/** Every character is in the first piece that wants it. */
function piecesOf(slices: readonly ReadonlySet<string>[]): Piece[] {
  const known = new Set(slices.flatMap((slice) => [...slice]));
  const taken = new Set<string>();
  const piece = (file: string, ...wanted: readonly Iterable<string>[]): Piece => {
    const characters = new Set(wanted.flatMap((some) => [...some]).filter((character) => known.has(character) && !taken.has(character)));
    for (const character of characters) taken.add(character);
    return { file, characters };
  };
  return [
    piece("first.woff2", textsOf((file) => !isOfPanel(file)), ...slices.slice(...MOST_COMMON)),
    // The panel's own texts need few that are not there yet; its first piece of names and addresses brings them along.
    ...COMMON.map((range, index) => piece(`common-${index}.woff2`, index === 0 ? textsOf(isOfPanel) : "", ...slices.slice(...range))),
  ];
}

function isOfPanel(file: string): boolean {
  return file.startsWith("admin");
}

function textsOf(isWanted: (file: string) => boolean): string {
  return readdirSync(TEXTS)
    .flatMap((lang) => readdirSync(`${TEXTS}/${lang}`).filter(isWanted).map((file) => readFileSync(`${TEXTS}/${lang}/${file}`, "utf8")))
    .join("");
}

function slicesOfPackage(): Set<string>[] {
  const sheet = readFileSync(`${PACKAGE}/pretendardvariable-dynamic-subset.css`, "utf8");
  return [...sheet.matchAll(/unicode-range: ([^;]+);/g)].map(([, ranges = ""]) => charactersOf(ranges));
}
