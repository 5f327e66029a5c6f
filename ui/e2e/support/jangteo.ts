// The program without a window, run until it exits.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { BINARY } from "./places";

export interface Size {
  products: number;
  users: number;
  orders: number;
}

/** What most stories need: five customers, some orders in each state. */
export const SMALL: Size = { products: 225, users: 5, orders: 60 };

export async function makeDemoShop(data: string, { products, users, orders }: Size): Promise<void> {
  await run(["demo-data", "--products", `${products}`, "--users", `${users}`, "--orders", `${orders}`, "--data", data]);
}

/** Rejects, with what is wrong, unless the books balance. */
export async function verify(data: string): Promise<void> {
  await run(["verify", "--data", data]);
}

async function run(args: readonly string[]): Promise<void> {
  await promisify(execFile)(BINARY, args);
}
