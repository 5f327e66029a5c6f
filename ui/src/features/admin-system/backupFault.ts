// The fault of a copy, from the shop's note beside it. The note is a sentence for a technician, in English and with
// SQLite's own words in it; how it begins tells the kind, for which the panel has a sentence that a merchant can act on.
import type texts from "@/locales/ko/adminSystem.json";

/** A key of the texts under "backups.why". */
export type BackupFault = keyof typeof texts.backups.why;

/** As in shop-store's error.rs, backup/proof.rs and migrations/mod.rs. */
const BEGINNINGS: readonly (readonly [beginning: string, kind: BackupFault])[] = [
  ["the file is damaged: ", "DAMAGED"],
  ["sqlite: database disk image is malformed", "DAMAGED"],
  ["sqlite: file is not a database", "DAMAGED"],
  ["the books do not add up: ", "UNBALANCED"],
  ["the file is of version ", "NEWER"],
  ["the file holds no shop", "NO_SHOP"],
  ["the tables in the file are not those of this program", "NO_SHOP"],
  ["sqlite: database or disk is full", "FULL"],
  ["file: No space left on device", "FULL"],
  ["not enough room on the disk: ", "NO_ROOM"],
];

export function backupFault(noted: string): BackupFault {
  return BEGINNINGS.find(([beginning]) => noted.startsWith(beginning))?.[1] ?? "OTHER";
}
