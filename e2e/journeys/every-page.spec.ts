import { expect, test } from "@playwright/test";
import { isoDay } from "../support/calendars.ts";
import { look, watch } from "../support/looks.ts";
import { PASSWORD } from "../support/people.ts";
import { Tessera } from "../support/server.ts";

/** Every page in a language of its own, typical and overfull; the journeys look at the empty ones. */
test.describe.configure({ mode: "serial" });

const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenausstellungseröffnung und ".repeat(4).slice(0, 255).trim();
const PAGES: [path: string, name: string, locale: string][] = [
  ["/", "agenda", "de-DE"],
  ["/calendar", "month", "fr-FR"],
  ["/calendar/subscribe", "subscribe", "es-ES"],
  ["/about", "about", "it-IT"],
  ["/community/members", "members", "de-DE"],
  ["/me", "me", "fr-FR"],
  ["/me/events", "me-events", "es-ES"],
  ["/me/security", "me-security", "it-IT"],
  ["/me/privacy", "me-privacy", "de-DE"],
  ["/events/new", "event-new", "fr-FR"],
  ["/manage/people", "manage-people", "it-IT"],
  ["/manage/people/invite", "manage-invite", "de-DE"],
  ["/manage/proposals", "manage-proposals", "fr-FR"],
  ["/manage/import", "manage-import", "es-ES"],
  ["/manage/share-links", "manage-share-links", "fr-FR"],
  ["/manage/share-links/new", "manage-share-link-new", "de-DE"],
  ["/manage/embed", "manage-embed", "it-IT"],
  ["/manage/settings", "manage-settings", "de-DE"],
  ["/manage/mail", "manage-mail", "it-IT"],
  ["/manage/audit", "manage-audit", "es-ES"],
  ["/manage/system", "manage-system", "fr-FR"],
  ["/manage/system/communities/new", "manage-new-community", "de-DE"],
  ["/api/docs", "api-docs", "en-GB"],
  ["/nothing", "nothing", "fr-FR"],
];

const OWN_NAMES: Record<string, string> = { en: "English", it: "Italiano", fr: "Français", es: "Español", de: "Deutsch" };

let server: Tessera;
test.beforeAll(async () => void (server = await Tessera.start()));
test.afterAll(async () => await server?.stop());

test("a community filled with sample data looks right on every page, in every language", async ({ browser }) => {
  test.setTimeout(400_000);
  const first = await browser.newContext({ locale: "en-GB" });
  const page = await first.newPage();
  await page.goto(server.url);
  await page.getByLabel("Name of the community").fill("Vespa Club Alba");
  await page.getByLabel("Time zone").fill("Europe/Rome");
  await page.getByLabel("Your name").fill("Ana Rossi");
  await page.getByLabel("Your e-mail").fill("ana@example.org");
  await page.getByLabel("A password").fill(PASSWORD);
  await page.getByLabel("Fill it with sample events and members").check();
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page).toHaveTitle(/Vespa Club Alba/);

  await page.goto(`${server.url}/events/new`);
  await page.getByLabel("Title").fill(LONG);
  await page.locator("#f-start_date").fill(isoDay(2));
  await page.locator("#f-start_time").fill("09:00");
  await page.locator("#f-venue").fill(LONG);
  await page.locator("#f-description").fill(`# ${LONG}\n\n- ${LONG}\n\n| a | b |\n|---|---|\n| ${LONG} | ${LONG} |\n\n\`${"x".repeat(300)}\``);
  await page.getByRole("main").getByRole("button", { name: /publish/i }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Donaudampf");
  const overfull = new URL(page.url()).pathname;
  const state = await first.storageState();
  await first.close();

  const more: typeof PAGES = [
    [overfull, "event-overfull", "fr-FR"],
    [`${overfull}/edit`, "event-edit", "it-IT"],
    [`${overfull}/organisers`, "event-organisers", "es-ES"],
    [`${overfull}/invitations`, "event-invitations", "de-DE"],
    [`${overfull}/participants`, "event-participants", "it-IT"],
  ];
  for (const [path, name, locale] of [...PAGES, ...more]) {
    const context = await browser.newContext({ locale, storageState: state });
    const seen = await context.newPage();
    watch(seen);
    await seen.goto(server.url + path);
    // The account remembers its language; whoever changes it stays where they are.
    await seen.getByRole("button", { name: OWN_NAMES[locale.slice(0, 2)]! }).click();
    await expect(seen).toHaveURL(server.url + path);
    await expect(seen.locator("html")).toHaveAttribute("lang", locale.slice(0, 2));
    await look(seen, `page-${name}-${locale.slice(0, 2)}`);
    await context.close();
  }
});
