// The configuration of `cargo xtask bench frames`: one page at a time, in the Chromium of the stories, but drawing text
// as in daily use, with motion, against the server that JANGTEO_ADDRESS names. Nothing here is a test: a slow frame is
// reported and fails nothing.
import { defineConfig } from "@playwright/test";
import stories from "./playwright.config";

export default defineConfig({
  ...stories,
  testDir: "bench",
  outputDir: "../target/bench/frames-failures",
  globalSetup: undefined,
  workers: 1,
  retries: 0,
  timeout: 1_800_000,
  reporter: [["line"]],
  use: { ...stories.use, launchOptions: { ...stories.use?.launchOptions, args: ["--no-sandbox"] } },
});
