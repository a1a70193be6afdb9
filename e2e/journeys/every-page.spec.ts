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
  ["/inbox", "inbox", "de-DE"],
  ["/me/notifications", "me-notifications", "fr-FR"],
  ["/me/events", "me-events", "es-ES"],
  ["/me/tasks", "me-tasks", "de-DE"],
  ["/me/security", "me-security", "it-IT"],
  ["/me/privacy", "me-privacy", "de-DE"],
  ["/events/new", "event-new", "fr-FR"],
  ["/manage/people", "manage-people", "it-IT"],
  ["/manage/people/invite", "manage-invite", "de-DE"],
  ["/manage/proposals", "manage-proposals", "fr-FR"],
  ["/manage/categories", "manage-categories", "it-IT"],
  ["/manage/templates", "manage-templates", "de-DE"],
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

  await page.goto(`${server.url}/events/new?kind=task`);
  await page.getByLabel("Title").fill(LONG);
  await page.locator("#f-due_date").fill(isoDay(3));
  await page.locator("#f-priority").selectOption("urgent");
  await page.getByRole("main").getByRole("button", { name: /publish/i }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Donaudampf");
  const task = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "I will do it" }).click();
  await page.getByRole("button", { name: "In progress" }).click();
  await expect(page.getByRole("heading", { name: "This is in progress" })).toBeVisible();
  await page.goto(`${server.url}/manage/templates`);
  await page.getByLabel("Name").fill(LONG.slice(0, 120));
  await page.getByRole("button", { name: "Make the template" }).click();
  await page.getByLabel("Task").fill(LONG);
  await page.getByRole("button", { name: "Add a task" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("Donaudampf");
  const template = new URL(page.url()).pathname;
  await page.goto(`${server.url}/manage/categories`);
  await page.getByLabel("Name").fill(LONG.slice(0, 100));
  await page.getByRole("button", { name: "Make the category" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("Donaudampf");
  const category = new URL((await page.getByRole("link", { name: /^Edit:/ }).getAttribute("href"))!, server.url).pathname;
  await first.close();

  const more: typeof PAGES = [
    [task, "task", "it-IT"],
    [`${task}/edit`, "task-edit", "de-DE"],
    [`${task}/assignees`, "task-assignees", "fr-FR"],
    [`${task}/assignees/leave`, "task-leave", "es-ES"],
    [template, "template", "it-IT"],
    [`${template}/items/0`, "template-item", "de-DE"],
    [`${template}/apply?date=2030-05-01`, "template-apply", "fr-FR"],
    [category, "category", "es-ES"],
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
    await expect(seen).toHaveURL((url) => url.href === server.url + path || url.pathname === path);
    await expect(seen.locator("html")).toHaveAttribute("lang", locale.slice(0, 2));
    await look(seen, `page-${name}-${locale.slice(0, 2)}`);
    await context.close();
  }
});
