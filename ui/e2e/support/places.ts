// Paths: the binary under test, the folders of its data, the screenshots.
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const BINARY = process.env.JANGTEO_BINARY ?? `${ROOT}target/debug/jangteo`;
/** Shops of the stories; emptied by each run. */
export const SHOPS = `${ROOT}target/tmp/e2e-browser`;
/** The shop that every other one begins as a copy of. */
export const TEMPLATE = `${SHOPS}/template`;
export const PICTURES = `${ROOT}target/e2e-browser`;
