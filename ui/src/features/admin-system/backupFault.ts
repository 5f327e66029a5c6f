// The fault of a backup, from the shop's note about it. The note is written for technicians, in English and with SQLite's
// own words in it; its beginning tells the kind, for which the panel has a sentence for merchants.
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
