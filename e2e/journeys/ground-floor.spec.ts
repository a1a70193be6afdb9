import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { isoDay, writeCalendars } from "../support/calendars.ts";
import { look, watch, weigh } from "../support/looks.ts";
import { linkIn } from "../support/mail.ts";
import { PASSWORD } from "../support/people.ts";
import { Tessera } from "../support/server.ts";

/** The way of a new community, one step after the other on one server: each step stands on those before. */
test.describe.configure({ mode: "serial" });

let server: Tessera;
let admin: BrowserContext;
let page: Page;
/** The path of the private event, once it exists. */
let dinner = "";
const letters: Record<string, string> = {};

test.beforeAll(async ({ browser }) => {
  server = await Tessera.start();
  admin = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Rome" });
  page = await admin.newPage();
  watch(page);
});
test.afterAll(async () => {
  await admin?.close();
  await server?.stop();
});

test("an empty server asks to set up the first community and its admin", async () => {
  await page.goto(server.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up your community");
  await look(page, "setup");
  await page.getByLabel("Name of the community").fill("Moto Club Torino");
  await page.getByLabel("Time zone").fill("Europe/Nowhere");
  await page.getByLabel("Your name").fill("Ana Rossi");
  await page.getByLabel("Your e-mail").fill("ana@example.org");
  await page.getByLabel("A password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set it up" }).click();

  await expect(page.locator(".errors")).toBeFocused();
  await expect(page.getByLabel("Name of the community")).toHaveValue("Moto Club Torino");
  await look(page, "setup-refused");
  await page.getByLabel("Time zone").fill("Europe/Rome");
  await page.getByLabel("A password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page).toHaveTitle(/Moto Club Torino/);
  await expect(page.getByRole("link", { name: "Manage" })).toBeVisible();
  await look(page, "agenda-empty");
});

test("its two calendars are looked at first and then imported", async () => {
  const { club, holidays } = writeCalendars(`${server.folder}/calendars`);
  for (const [file, count] of [[club, 3], [holidays, 2]] as const) {
    await page.goto(`${server.url}/manage/import`);
    await look(page, "import");
    await page.getByLabel("Calendar file").setInputFiles(file);
    await page.getByRole("button", { name: "Look at it first" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What this import would do");
    await look(page, `import-preview-${count}`);
    await page.getByRole("button", { name: `Import ${count} events` }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The import is done");
    await look(page, `import-done-${count}`);
  }
  await page.goto(`${server.url}/manage/import`);
  await page.getByLabel("Calendar file").setInputFiles(club);
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByText("Everything in this file is here already.")).toBeVisible();

  await page.goto(`${server.url}/manage/import`);
  await page.getByLabel("Calendar file").setInputFiles({ name: "cat.ics", mimeType: "text/calendar", buffer: Buffer.from("meow") });
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.locator(".errors")).toContainText("This is no calendar file.");
  await look(page, "import-refused");
});

test("a visitor browses them on a phone in Italian", async ({ browser }) => {
  const phone = await browser.newContext({
    locale: "it-IT", timezoneId: "Europe/Rome", viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true,
  });
  const visitor = await phone.newPage();
  watch(visitor);
  await visitor.goto(server.url);
  await expect(visitor.locator("html")).toHaveAttribute("lang", "it");
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Agenda");
  await expect(visitor.getByRole("heading", { name: "Tre giorni sulle Dolomiti" })).toBeVisible();
  await look(visitor, "agenda-it");

  await visitor.getByRole("link", { name: /Serata in officina/ }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText("Serata in officina");
  await expect(visitor.getByText("20:30–23:00")).toBeVisible();
  await look(visitor, "event-it");
  await visitor.goBack();
  await visitor.getByRole("link", { name: /Giro dei laghi/ }).click();
  await look(visitor, "event-long-it");

  await visitor.goto(`${server.url}/calendar`);
  await look(visitor, "month-it");
  await visitor.goto(`${server.url}/calendar/subscribe`);
  await look(visitor, "subscribe-it");
  await visitor.goto(`${server.url}/?q=DOLOMÌTI`);
  await expect(visitor.getByRole("heading", { name: "Tre giorni sulle Dolomiti" })).toBeVisible();
  await expect(visitor.getByRole("heading", { name: /Serata in officina/ })).toHaveCount(0);
  await visitor.goto(`${server.url}/?q=zzzz`);
  await look(visitor, "agenda-nothing-found-it");
  await phone.close();
});

test("the agenda is light, with its scripts and its typeface", async ({ browser }) => {
  const context = await browser.newContext({ locale: "it-IT" });
  const weight = await weigh(await context.newPage(), server.url);
  expect(weight.scripts).toBeGreaterThan(1_000);
  expect(weight.scripts).toBeLessThan(30_000);
  expect(weight.all).toBeLessThan(100_000);
  await context.close();
});

test("the agenda can be read and searched without scripts", async ({ browser }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const visitor = await plain.newPage();
  await visitor.goto(server.url);
  await expect(visitor.getByRole("link", { name: /Serata in officina/ })).toBeVisible();
  await visitor.goto(`${server.url}/calendar`);
  await expect(visitor.getByRole("link", { name: /Dolomiti|Officina|Serata/i }).first()).toBeVisible();
  await plain.close();
});

test("the admin creates a private event", async () => {
  await page.goto(`${server.url}/events/new`);
  await look(page, "event-new");
  await page.getByLabel("Title").fill("Members' dinner");
  await page.locator("#f-start_date").fill(isoDay(7));
  await page.locator("#f-start_time").fill("20:30");
  await page.locator("#f-end_date").fill(isoDay(6));
  await page.locator("#f-end_time").fill("23:30");
  await page.locator("#f-venue").fill("Trattoria della Posta");
  await page.locator("#f-description").fill("Bring **an appetite**.\n\n<script>alert(1)</script>");
  await page.getByLabel(/invite/i).check();
  await page.getByRole("main").getByRole("button", { name: /publish/i }).click();
  await expect(page.locator(".errors")).toBeFocused();
  await expect(page.locator("#f-venue")).toHaveValue("Trattoria della Posta");
  await look(page, "event-new-refused");
  await page.locator("#f-end_date").fill(isoDay(7));
  await page.getByRole("main").getByRole("button", { name: /publish/i }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Members' dinner");
  await expect(page.locator("strong", { hasText: "an appetite" })).toBeVisible();
  dinner = new URL(page.url()).pathname;
  await look(page, "event-private-organiser");
});

test("nobody else sees the private event, in no list and not by its address", async ({ browser }) => {
  const context = await browser.newContext({ locale: "en-GB" });
  const visitor = await context.newPage();
  watch(visitor);
  await visitor.goto(server.url);
  await expect(visitor.getByText("Members' dinner")).toHaveCount(0);
  await visitor.goto(server.url + dinner);
  await expect(visitor).toHaveURL(/\/sign-in\?next=/);
  expect((await context.request.get(`${server.url}/api${dinner}`)).status()).toBe(401);
  await expect(visitor.getByText("Members' dinner")).toHaveCount(0);
  await look(visitor, "event-private-refused");
  const feed = await context.request.get(`${server.url}/feeds/events.ics`);
  expect(await feed.text()).not.toContain("dinner");
  await context.close();
});

test("addresses are pasted as they are and everybody gets a mail", async () => {
  await page.goto(`${server.url}${dinner}/invitations`);
  await look(page, "invitations-empty");
  await page.getByLabel("E-mail addresses").fill("Bea Neri <bea@example.org>, carlo@example.org\nBEA@example.org; nobody");
  await expect(page.getByText("2 addresses")).toBeVisible();
  await page.getByRole("button", { name: "Send invitations" }).click();
  await expect(page.getByRole("rowheader", { name: /carlo@example.org/ })).toBeVisible();
  await look(page, "invitations");
  for (const address of ["bea@example.org", "carlo@example.org"]) {
    const letter = await server.mail.letterTo(address);
    expect(letter.subject).toContain("Members' dinner");
    expect(letter.text).toContain("Trattoria della Posta");
    expect(letter.html).toContain("Moto Club Torino");
    expect(letter.attachments.some((a) => /calendar/.test(a.mimeType))).toBe(true);
    letters[address] = linkIn(letter, /invit/);
  }
});

test("a guest accepts with the link, without an account", async ({ browser }) => {
  const context = await browser.newContext({ locale: "it-IT", viewport: { width: 360, height: 780 } });
  const guest = await context.newPage();
  watch(guest);
  // A mail scanner that follows links uses nothing up.
  expect((await context.request.get(letters["bea@example.org"]!)).ok()).toBe(true);
  await guest.goto(letters["bea@example.org"]!);
  await expect(guest.getByText("Trattoria della Posta").first()).toBeVisible();
  await look(guest, "invitation-it");
  const name = guest.locator("#f-name");
  if (await name.count()) await name.fill("Bea Neri");
  await guest.getByRole("main").getByRole("button", { name: "Ci vado" }).click();
  await expect(guest.getByRole("heading", { level: 1 })).toContainText("Members' dinner");
  await look(guest, "invitation-accepted-it");
  await guest.goto(letters["bea@example.org"]!);
  await look(guest, "invitation-used-it");
  await context.close();
});

test("the guest stands in the organiser's list", async () => {
  await page.goto(`${server.url}${dinner}/participants`);
  await expect(page.getByRole("rowheader", { name: /Bea Neri/ })).toBeVisible();
  await look(page, "participants");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as a table" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test("an invitation that was revoked a moment ago is refused", async ({ browser }) => {
  await page.goto(`${server.url}${dinner}/invitations`);
  const row = page.getByRole("row").filter({ hasText: "carlo@example.org" });
  await row.getByRole("button", { name: /Revoke/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /Revoke/ }).click();
  await expect(page.getByText("The invitation is revoked.")).toBeVisible();

  const context = await browser.newContext({ locale: "it-IT", viewport: { width: 360, height: 780 } });
  const late = await context.newPage();
  watch(late);
  const answer = await late.goto(letters["carlo@example.org"]!);
  expect(answer?.status()).toBe(404);
  await expect(late.getByRole("heading", { level: 1 })).toHaveText("Questo invito è chiuso");
  await expect(late.getByText("Trattoria della Posta")).toHaveCount(0);
  await expect(late.getByText("Members' dinner")).toHaveCount(0);
  await look(late, "invitation-revoked-it");
  await context.close();
});

test("the feed goes into any calendar program", async ({ request }) => {
  const answer = await request.get(`${server.url}/feeds/events.ics`);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  const text = await answer.text();
  expect(text).toContain("7kukuqrfedlm2f9t0vr0q8hs1k@google.com");
  const again = await request.get(`${server.url}/feeds/events.ics`, { headers: { "if-none-match": answer.headers()["etag"]! } });
  expect(again.status()).toBe(304);
});
