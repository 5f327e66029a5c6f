// The configuration of the stories in e2e: in the Chromium of this machine, two at once. In CI a story that fails is
// tried once more, and reported as flaky where it passes then. `cargo xtask test --only browser` builds what they need;
// JANGTEO_BINARY and JANGTEO_CHROMIUM name where it is.
import { defineConfig } from "@playwright/test";

/** Milliseconds. A green story never waits for any of them; a busy machine needs many times what an idle one does. */
const PATIENCE = 30_000;

export default defineConfig({
  testDir: "e2e",
  outputDir: "../target/e2e-browser/failures",
  globalSetup: "./e2e/support/template.ts",
  workers: 2,
  fullyParallel: true,
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 600_000,
  expect: { timeout: PATIENCE },
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    actionTimeout: PATIENCE,
    navigationTimeout: PATIENCE,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.JANGTEO_CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text"],
    },
  },
});
