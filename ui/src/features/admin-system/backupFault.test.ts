// The shop's note about a backup is recognised by its first words, which e2e/admin-backup.spec.ts verifies.
import { expect, it } from "vitest";
import { backupFault } from "./backupFault";

it.each([
  ["the file is damaged: *** in database main ***\nTree 4 page 4: btreeInitPage() returns error code 11", "DAMAGED"],
  ["sqlite: database disk image is malformed", "DAMAGED"],
  ["the books do not add up: identity 1: stock 7: 3 moved, 2 there", "UNBALANCED"],
  ["the file is of version 99, this program knows up to 12", "NEWER"],
  ["the file holds no shop", "NO_SHOP"],
  ["file: No space left on device (os error 28)", "FULL"],
  ["not enough room on the disk: 20 bytes are needed, 10 are free", "NO_ROOM"],
  ["file: Permission denied (os error 13)", "OTHER"],
  ["", "OTHER"],
])("knows %j as %s", (noted, kind) => {
  expect(backupFault(noted)).toBe(kind);
});
