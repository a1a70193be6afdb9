import { expect, test } from "@playwright/test";
import { look, watch } from "../support/looks.ts";
import { Tessera } from "../support/server.ts";

let server: Tessera;
test.beforeAll(async () => void (server = await Tessera.start()));
test.afterAll(async () => await server?.stop());

test("every piece is readable on every screen, in every community's colour", async ({ page }) => {
  watch(page);
  for (const [lang, hue] of [["it", 28], ["de", 250], ["fr", 100], ["es", 150], ["en", 330]] as const) {
    await page.goto(`${server.url}/gallery?lang=${lang}&hue=${hue}`);
    await look(page, `gallery-${lang}`);
  }
});

test("a question is asked before what cannot be taken back, and no means no", async ({ page }) => {
  await page.goto(`${server.url}/gallery`);
  const cancel = page.getByRole("button", { name: "Cancel the event" });
  await cancel.click();
  const dialog = page.getByRole("dialog", { name: "Cancel the event" });
  await expect(dialog).toContainText("The 12 people who answered get a mail.");
  await dialog.getByRole("button", { name: "Cancel", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(cancel).toBeFocused();
});

test("addresses are counted once each while they are pasted", async ({ page }) => {
  await page.goto(`${server.url}/gallery`);
  await page.getByLabel("Addresses").fill("ana@example.org, Bea <bea@example.org>; ANA@example.org\nnobody@nowhere");
  await expect(page.locator("#tally")).toHaveText("2 addresses");
});

test("the device's time zone is offered and taken only when asked", async ({ browser }) => {
  const context = await browser.newContext({ timezoneId: "America/Bogota" });
  const page = await context.newPage();
  await page.goto(`${server.url}/gallery`);
  const zone = page.getByLabel("Time zone");
  await expect(zone).toHaveValue("Europe/Rome");
  await page.getByText("Your device says America/Bogota.").getByRole("button").or(page.getByRole("button", { name: "Use it" })).click();
  await expect(zone).toHaveValue("America/Bogota");
  await context.close();
});

test("a question mark lists the keys, and fields are left alone", async ({ page }) => {
  await page.goto(`${server.url}/gallery`);
  await page.getByLabel("Title").press("?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Agenda");
});
