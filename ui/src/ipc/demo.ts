// Making a demo shop, at first and again: both report their progress.
import { callLanguage } from "./call";
import type { DemoProgress, ShopInfo } from "./generated/operations";
import type { Result } from "./result";
import { chooseTransport } from "./transport";

/** Makes the demo shop. Refused with CONFLICT when the shop has been set up already. */
export async function fillWithDemoData(onProgress: (step: DemoProgress) => void): Promise<Result<ShopInfo>> {
  const args = { request: {}, lang: callLanguage() };
  const tell = (step: unknown) => onProgress(step as DemoProgress);
  return (await chooseTransport().callWithProgress("fill_with_demo_data", args, tell)) as Result<ShopInfo>;
}

/** Replaces the demo by a fresh one. Refused with CONFLICT where the shop holds no demo data. */
export async function resetDemo(onProgress: (step: DemoProgress) => void): Promise<Result<ShopInfo>> {
  const args = { request: {}, lang: callLanguage() };
  const tell = (step: unknown) => onProgress(step as DemoProgress);
  return (await chooseTransport().callWithProgress("reset_demo", args, tell)) as Result<ShopInfo>;
}
