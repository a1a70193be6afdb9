import ICAL from "ical.js";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isoDay } from "../support/calendars.ts";
import { look, watch } from "../support/looks.ts";
import { signIn } from "../support/people.ts";
import { Tessera } from "../support/server.ts";

/** One organiser shows the calendar to others: by a link, on another website, in a calendar program. */
test.describe.configure({ mode: "serial" });

let server: Tessera;
let organiser: BrowserContext;
let page: Page;

/** The next Wednesday that is at least a week ahead, and those after it. */
function wednesday(weeks: number): string {
  const day = new Date(`${isoDay(7)}T12:00:00Z`);
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() + 1);
  day.setUTCDate(day.getUTCDate() + weeks * 7);
  return day.toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

async function api(method: string, path: string, body?: unknown): Promise<{ id: string }> {
  const token = await page.locator("meta[name=csrf-token]").getAttribute("content");
  const answer = await page.request.fetch(server.url + path, {
    method,
    headers: { "x-csrf-token": token!, "sec-fetch-site": "same-origin" },
    ...(body ? { data: body } : {}),
  });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return answer.status() === 204 ? { id: "" } : await answer.json();
}

test.beforeAll(async ({ browser }) => {
  server = await Tessera.start();
  await server.community("torino", "Moto Club Torino");
  await server.person("ana@example.org", "Ana Rossi", "organiser");
  organiser = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Rome" });
  page = await organiser.newPage();
  watch(page);
  await signIn(page, server, "ana@example.org");
  const times = (day: string) => ({ starts_at: `${day}T20:00`, ends_at: `${day}T22:00`, timezone: "Europe/Rome" });
  const choir = await api("POST", "/api/events", {
    title: "Choir", ...times(wednesday(0)), location: { venue: "Church" }, recurrence: { rrule: "FREQ=WEEKLY;COUNT=6" },
  });
  const date = (weeks: number) => encodeURIComponent(`${wednesday(weeks)}T20:00`);
  await api("PATCH", `/api/events/${choir.id}?scope=this&occurrence=${date(1)}`, times(dayAfter(wednesday(1))));
  await api("PATCH", `/api/events/${choir.id}?scope=this&occurrence=${date(2)}`, { status: "EventCancelled" });
  await api("DELETE", `/api/events/${choir.id}?scope=this&occurrence=${date(3)}`);
  await api("POST", "/api/events", { title: "Board dinner", ...times(wednesday(0)), is_public: false });
  await api("POST", "/api/events", { title: "Setup <b>", ...times(wednesday(1)), kind: "task", visibility: "public" });
});
test.afterAll(async () => {
  await organiser?.close();
  await server?.stop();
});

let address = "";

test("a link is made, and its form says what does not fit", async () => {
  await page.goto(`${server.url}/manage/share-links`);
  await look(page, "share-links-empty");
  await page.getByRole("main").getByRole("link", { name: "New link" }).first().click();
  await look(page, "share-link-new");
  await page.getByLabel("Name").fill("Choir season");
  await page.getByLabel("Event", { exact: true }).check();
  await page.getByLabel("First day").fill(isoDay(20));
  await page.getByLabel("Last day").fill(isoDay(10));
  await page.getByRole("button", { name: "Make the link" }).click();
  await expect(page.locator(".errors")).toBeFocused();
  await expect(page.getByLabel("Name")).toHaveValue("Choir season");
  await look(page, "share-link-refused");
  await page.getByLabel("First day").fill("");
  await page.getByLabel("Last day").fill("");
  await page.getByLabel("At most so many views").fill("3");
  await page.getByRole("button", { name: "Make the link" }).click();
  await expect(page.getByText("The link is ready.")).toBeVisible();
  await look(page, "share-links");
  address = (await page.locator(".copy-line code").first().textContent()) ?? "";
  expect(address).toMatch(/\/s\/[0-9a-f-]{36}$/);
});

test("whoever has the link sees what it shows, on a phone, without signing in", async ({ browser }) => {
  const phone = await browser.newContext({ locale: "it-IT", viewport: { width: 360, height: 780 }, javaScriptEnabled: false });
  const reader = await phone.newPage();
  await reader.goto(address);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Choir season");
  await expect(reader.getByRole("heading", { level: 3, name: "Choir" })).toHaveCount(5);
  await expect(reader.getByText("Annullato")).toHaveCount(1);
  for (const hidden of ["Board dinner", "Setup"]) await expect(reader.getByText(hidden)).toHaveCount(0);
  // A calendar that asks is no view.
  for (let n = 0; n < 5; n++) expect((await phone.request.get(`${address}.ics`)).ok()).toBe(true);
  await phone.close();
  await page.goto(`${server.url}/manage/share-links`);
  await expect(page.getByText("1 of 3 views")).toBeVisible();
});

test("a link without a maximum looks well, and closing it can be undone", async ({ browser }) => {
  await page.goto(`${server.url}/manage/share-links/new`);
  await page.getByLabel("Name").fill("Everything");
  await page.getByRole("button", { name: "Make the link" }).click();
  const open = (await page.locator(".copy-line code").first().textContent()) ?? "";
  const context = await browser.newContext({ locale: "de-DE" });
  const reader = await context.newPage();
  watch(reader);
  await reader.goto(open);
  await look(reader, "shared-de");
  await page.getByRole("button", { name: "Close: Everything" }).click();
  await expect(page.getByText("The link is closed.")).toBeVisible();
  expect((await reader.goto(open))?.status()).toBe(410);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Dieser Link ist geschlossen");
  await look(reader, "shared-closed-de");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The link is open again.")).toBeVisible();
  expect((await reader.goto(open))?.status()).toBe(200);
  await context.close();
});

/** A website of somebody else, on an origin of its own. */
async function website(code: string, more = ""): Promise<{ site: Server; url: string }> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The venue</title>${more}</head>
<body><main><h1>The venue</h1>${code}</main></body></html>`;
  // As strict as websites are: no inline styles, scripts of that one server only.
  const policy = `default-src 'none'; style-src 'none'; script-src ${server.url}; connect-src ${server.url}`;
  const site = createServer((_, answer) => {
    answer.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
    answer.end(html);
  });
  await new Promise<void>((ready) => site.listen(0, "127.0.0.1", ready));
  return { site, url: `http://127.0.0.1:${(site.address() as AddressInfo).port}/` };
}

test("the list stands on another website, in its language and without cookies", async ({ browser }) => {
  await page.goto(`${server.url}/manage/embed`);
  await expect(page.locator("tessera-events").getByRole("listitem")).toHaveCount(6);
  await look(page, "embed");
  await page.getByLabel("How many events").fill("4");
  await page.getByRole("combobox", { name: "Language" }).selectOption("it");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const code = await page.getByRole("textbox", { name: "Code to copy" }).inputValue();
  expect(code).toContain('limit="4" lang="it"');

  const { site, url } = await website(code, '<meta name="color-scheme" content="light dark">');
  const context = await browser.newContext({ locale: "fr-FR" });
  const reader = await context.newPage();
  watch(reader);
  await reader.goto(url);
  const list = reader.locator("tessera-events");
  await expect(list.getByRole("listitem")).toHaveCount(4);
  await expect(list.getByRole("link", { name: /Choir.*Church/ }).first()).toHaveAttribute("href", /\/events\/.*occurrence=/);
  await expect(list.getByText("Setup <b>")).toBeVisible();
  await expect(list.getByText("Annullato")).toBeVisible();
  await expect(list.getByRole("link", { name: "Tutti gli eventi" })).toHaveAttribute("href", `${server.url}/`);
  await expect(list.getByText("Board dinner")).toHaveCount(0);
  await look(reader, "embedded-it");
  expect(await context.cookies()).toEqual([]);
  await context.close();

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const withoutScripts = await plain.newPage();
  await withoutScripts.goto(url);
  await expect(withoutScripts.getByRole("link", { name: "Prossimi eventi di Moto Club Torino" })).toHaveAttribute("href", `${server.url}/`);
  await plain.close();
  site.close();
});

test("the list follows its attributes, and what is no community leaves the links", async ({ browser }) => {
  const fallback = '<a href="https://elsewhere.example/">Programme</a>';
  const { site, url } = await website(
    `<script src="${server.url}/embed.js" async></script><script src="${server.url}/embed.js" async></script>
     <tessera-events id="a" lang="de" theme="dark" kinds="task">${fallback}</tessera-events>
     <tessera-events id="b" host="http://127.0.0.1:9" lang="de">${fallback}</tessera-events>
     <tessera-events id="c" kinds="party">${fallback}</tessera-events>`,
  );
  const context = await browser.newContext();
  const reader = await context.newPage();
  await reader.goto(url);
  const first = reader.locator("#a");
  await expect(first.getByRole("listitem")).toHaveCount(1);
  const colour = await first.locator("section").evaluate((e) => getComputedStyle(e).backgroundColor);
  expect(colour).toMatch(/^oklch\(0\.235/);
  await first.evaluate((e) => e.setAttribute("kinds", "engagement"));
  await expect(first.getByText("Zurzeit ist nichts geplant.")).toBeVisible();
  for (const id of ["#b", "#c"]) await expect(reader.locator(id).getByRole("link", { name: "Programme" })).toBeVisible();
  await context.close();
  site.close();
});

/** What a calendar program makes of a feed: the engine of Thunderbird expands it, moved and cancelled dates and all. */
function shown(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const parts = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
  const found: string[] = [];
  for (const event of parts.filter((e) => !e.isRecurrenceException())) {
    parts.filter((e) => e.isRecurrenceException() && e.uid === event.uid).forEach((e) => event.relateException(e));
    if (!event.isRecurring()) {
      found.push(`${event.startDate} ${event.summary}`);
      continue;
    }
    const dates = event.iterator();
    for (let next = dates.next(); next; next = dates.next()) {
      const { item, startDate } = event.getOccurrenceDetails(next);
      const status = item.component.getFirstPropertyValue("status");
      found.push(`${startDate} ${item.summary}${status === "CANCELLED" ? " (cancelled)" : ""}`);
    }
  }
  return found.sort();
}

test("a calendar program shows the moved date, the cancelled one, and not the skipped one", async ({ request }) => {
  const choir = (day: string, more = "") => `${day}T20:00:00 Choir${more}`;
  const expected = [
    choir(wednesday(0)), choir(dayAfter(wednesday(1))), choir(wednesday(2), " (cancelled)"), choir(wednesday(4)), choir(wednesday(5)),
  ];
  const all = shown(await (await request.get(`${server.url}/feeds/events.ics`)).text());
  expect(all.filter((line) => line.includes("Choir"))).toEqual(expected);
  expect(all).toHaveLength(6);
  expect(shown(await (await request.get(`${address}.ics`)).text())).toEqual(expected);
});
