// Surcharges and carriers as lines of text: `63000-63644 3000`, and `name https://…{number}`. A list of fields would be longer than
// the page.
import type { Settings } from "@/ipc/generated/operations";

type Surcharge = Settings["shipping"]["surcharge"][number];
type Carrier = Settings["shipping"]["carriers"][number];

const SURCHARGE = /^(\d{5})\s*(?:[-~–]\s*(\d{5}))?\s+([\d,]{1,9})$/;
const CARRIER = /^(.{1,50}?)\s+(https:\/\/\S+)$/;

/** The lines; undefined where one of them is none. */
export function readSurcharge(text: string): Surcharge[] | undefined {
  return readLines(text, (line) => {
    const [, from, to, amount] = SURCHARGE.exec(line) ?? [];
    if (from === undefined || amount === undefined) return undefined;
    return { from, to: to ?? from, amount: Number(amount.replaceAll(",", "")) };
  });
}

export function writeSurcharge(ranges: readonly Surcharge[]): string {
  return ranges.map(({ from, to, amount }) => `${from === to ? from : `${from}-${to}`} ${amount}`).join("\n");
}

/** The lines; undefined where one of them is none. */
export function readCarriers(text: string): Carrier[] | undefined {
  return readLines(text, (line) => {
    const [, name, url] = CARRIER.exec(line) ?? [];
    return name === undefined || url === undefined || !url.includes("{number}") ? undefined : { name, url };
  });
}

export function writeCarriers(carriers: readonly Carrier[]): string {
  return carriers.map(({ name, url }) => `${name} ${url}`).join("\n");
}

function readLines<T>(text: string, read: (line: string) => T | undefined): T[] | undefined {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const found = lines.map(read);
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** What most shops add for Jeju and for islands without a bridge, by the postcodes of both. */
const ISLAND_WON = 3_000;
const ISLANDS: readonly (readonly [from: number, to: number])[] = [
  [22386, 22388], [23004, 23010], [23100, 23116], [23124, 23136], [31708, 31708], [32133, 32133], [33411, 33411], [40200, 40240],
  [46768, 46771], [52570, 52571], [53031, 53033], [53089, 53104], [54000, 54000], [56347, 56349], [57068, 57069], [58760, 58762],
  [58800, 58804], [58809, 58810], [58816, 58818], [58826, 58826], [58832, 58832], [58839, 58841], [58843, 58866], [58953, 58958],
  [59102, 59103], [59106, 59106], [59127, 59127], [59129, 59129], [59137, 59145], [59149, 59170], [59650, 59650], [59766, 59766],
  [59781, 59790], [63000, 63644],
];

export function islandPreset(): string {
  return writeSurcharge(ISLANDS.map(([from, to]) => ({ from: String(from), to: String(to), amount: ISLAND_WON })));
}
