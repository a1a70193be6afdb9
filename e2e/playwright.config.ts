import { defineConfig } from "@playwright/test";

/** The machine's own Chromium: nothing is downloaded. */
export default defineConfig({
  testDir: "journeys",
  outputDir: "out/failures",
  // Each journey has a server and a database of its own; two at once are what a small machine bears.
  workers: Number(process.env["E2E_WORKERS"] ?? 2),
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 7_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    headless: true,
    locale: "en-GB",
    actionTimeout: 10_000,
    trace: "off",
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
