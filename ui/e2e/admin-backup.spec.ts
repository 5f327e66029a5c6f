// Backups that were damaged on the disk: the panel refuses each, names the fault in a sentence for merchants, and keeps
// the technical note folded.
import { open, writeFile } from "node:fs/promises";
import { Admin } from "./support/admin";
import { expect, test } from "./support/test";

/** How each backup is damaged, and the key of its text. */
const HARMS: readonly (readonly [why: string, noted: string, spoil: (file: string) => Promise<void>])[] = [
  ["DAMAGED", "the file is damaged", (file) => overwrite(file, 40_960, "torn ".repeat(4_096))],
  ["NO_SHOP", "the file holds no shop", (file) => writeFile(file, "")],
  // Where SQLite keeps the version of the schema, four bytes with the highest first.
  ["NEWER", "the file is of version 999", (file) => overwrite(file, 60, "\0\0\u0003\u00E7")],
];

test("a spoilt backup says in plain words what is wrong with it", async ({ openShop, arrive }) => {
  const shop = await openShop("admin-backup");
  const admin = await Admin.enter(await arrive(shop));
  const { main, words } = admin;
  await admin.go("/admin/system?part=backups");
  const rows = main.getByRole("listitem");
  const row = rows.filter({ hasText: words.of("adminSystem:backups.kinds.MANUAL") });
  for (const [why, noted, spoil] of HARMS) {
    await admin.button("adminSystem:backups.make").click();
    const good = row.filter({ hasText: words.of("adminSystem:backups.states.VERIFIED") });
    await expect(good).toHaveCount(1);
    const name = (await good.locator("code").textContent()) ?? "";
    await spoil(shop.fileOf(`backups/${name}`));
    await good.getByRole("button").click();
    await admin.answer("adminSystem:backups.ask.confirm");
    const bad = rows.filter({ hasText: name });
    await expect(main.getByRole("alert")).toContainText(words.of(`adminSystem:backups.why.${why}`));
    await expect(bad).toContainText(words.of(`adminSystem:backups.why.${why}`));
    await expect(bad.getByText(noted), "the machinery is out of the way").toHaveCount(0);
    await bad.getByText(words.of("adminSystem:backups.details")).click();
    await expect(bad.getByText(noted)).toBeVisible();
  }
});

async function overwrite(file: string, at: number, bytes: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.write(Buffer.from(bytes, "latin1"), 0, undefined, at);
  await handle.close();
}
