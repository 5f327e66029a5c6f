// Before all stories: old shops are deleted, and the demo shop is made that each of them gets a copy of.
import { rm } from "node:fs/promises";
import { makeDemoShop, SMALL } from "./jangteo";
import { SHOPS, TEMPLATE } from "./places";

export default async function makeTemplate(): Promise<void> {
  await rm(SHOPS, { recursive: true, force: true });
  await makeDemoShop(TEMPLATE, SMALL);
}
