import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isoDay } from "../support/calendars.ts";
import { look, watch } from "../support/looks.ts";
import { signIn } from "../support/people.ts";
import { Tessera } from "../support/server.ts";

/** What partner clubs have on: listed, filtered, organised around, and looked after by an admin. */
test.describe.configure({ mode: "serial" });

const PAIR = { api_key: `pk_${"a".repeat(32)}`, api_secret: `sk_${"b".repeat(64)}` };
/** One pixel, as a map's tile. */
const TILE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

let server: Tessera;
let clubs: Server;
let tiles: Server;
let tilesAsked = 0;
let events: Record<string, unknown>[] = [];
const contexts: BrowserContext[] = [];

function event(id: string, name: string, days: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id, event_name: name, start_date: `${isoDay(days)}T09:00:00+01:00`, end_date: `${isoDay(days)}T18:00:00+01:00`,
    location_name: "Piazza Cavour", location_address: "Piazza Cavour 1, 22100 Como", location_lat: 45.811, location_lon: 9.081,
    description: "<p>We leave at <b>eight</b>.</p>", event_status: "EventScheduled", image_url: null,
    detail_url: `https://roma.example/events/${id}/`, interest_count: { going: 4, maybe: 0, interested: 1 }, ...more,
  };
}

async function listen(answer: (url: string) => { type: string; body: string | Buffer }): Promise<Server> {
  const made = createServer((request, response) => {
    const { type, body } = answer(request.url ?? "/");
    response.setHeader("content-type", type);
    response.end(body);
  });
  await new Promise<void>((done) => made.listen(0, "127.0.0.1", done));
  return made;
}

const port = (of: Server): number => (of.address() as AddressInfo).port;

async function person(browserPage: Promise<BrowserContext>, email: string): Promise<Page> {
  const context = await browserPage;
  contexts.push(context);
  const page = await context.newPage();
  watch(page);
  await signIn(page, server, email);
  return page;
}

let admin: Page;
let kim: Page;

test.beforeAll(async ({ browser }) => {
  clubs = await listen((url) => ({
    type: "application/json",
    body: url.startsWith("/api/federation/events/")
      ? JSON.stringify({ club: { name: "MC Roma", code: "roma" }, events, total: events.length, last_updated: new Date().toISOString() })
      : JSON.stringify({ status: "ok", received: true }),
  }));
  tiles = await listen(() => {
    tilesAsked += 1;
    return { type: "image/png", body: TILE };
  });
  events = [
    event("a", "Giro dei laghi", 10),
    event("b", "Tre giorni sulle Dolomiti, con pernottamento a Canazei e rientro libero per chi abita più lontano", 12, { location_name: "Canazei" }),
    event("c", "Mototour della Liberazione", 14, { event_status: "EventCancelled" }),
    event("d", "Open day", 40, { start_date: isoDay(40), end_date: null, location_lat: null, location_lon: null }),
  ];
  server = await Tessera.start({
    TESSERA_FEDERATION__ENABLED: "true",
    TESSERA_FEDERATION__ALLOW_PRIVATE_ADDRESSES: "true",
    TESSERA_FEDERATION__REQUIRE_HTTPS: "false",
    TESSERA_MAPS__TILE_URL: `http://127.0.0.1:${port(tiles)}/{z}/{x}/{y}.png`,
    TESSERA_MAPS__ATTRIBUTION: "© the test",
  });
  await server.community("torino", "Moto Club Torino");
  await server.person("ada@example.org", "Ada", "admin");
  await server.person("kim@example.org", "Kim", "member");
  admin = await person(browser.newContext({ locale: "en-GB", timezoneId: "Europe/Rome" }), "ada@example.org");
  kim = await person(browser.newContext({ locale: "en-GB", timezoneId: "Europe/Rome" }), "kim@example.org");
});
test.afterAll(async () => {
  for (const context of contexts) await context.close();
  clubs?.close();
  tiles?.close();
  await server?.stop();
});

test("before there is a partner, the pages say what they are for", async () => {
  await kim.goto(`${server.url}/eventi/partner/`);
  await expect(kim.getByRole("heading", { name: "Nothing from partner clubs yet" })).toBeVisible();
  await look(kim, "partner-events-empty");
  await admin.goto(`${server.url}/manage/external-events`);
  await look(admin, "manage-partner-events-empty");
});

test("an admin approves what a partner lists, several at once", async () => {
  const token = await admin.locator("meta[name=csrf-token]").getAttribute("content");
  const made = await admin.request.post(`${server.url}/api/partners`, {
    headers: { "x-csrf-token": token!, "sec-fetch-site": "same-origin" },
    data: { name: "MC Roma", short_code: "roma", base_url: `http://127.0.0.1:${port(clubs)}`, ...PAIR, is_active: true, is_approved: true },
  });
  expect(made.ok(), await made.text()).toBe(true);
  const { id } = (await made.json()) as { id: string };
  await server.run(["sync-federation"]);
  await admin.goto(`${server.url}/manage/external-events`);
  await expect(admin.locator("tbody tr")).toHaveCount(4);
  await look(admin, "manage-partner-events");
  await admin.getByLabel("All on this page").check();
  await admin.getByRole("button", { name: "Approve ticked" }).click();
  await expect(admin.getByRole("status").first()).toContainText("The events are approved.");
  await expect(admin.locator("tbody .badge.good")).toHaveCount(4);
  await admin.getByRole("button", { name: "Hide: Open day" }).click();
  await admin.getByRole("button", { name: "Undo" }).click();
  await expect(admin.locator("tbody .badge.good")).toHaveCount(4);
  await admin.goto(`${server.url}/manage/partners/${id}/syncs`);
  await expect(admin.locator("tbody tr").first()).toContainText("Done");
  await look(admin, "partner-syncs");
});

test("a member finds an event and says that it is interesting", async () => {
  await kim.goto(`${server.url}/eventi/partner/`);
  await expect(kim.locator(".event-card")).toHaveCount(4);
  await look(kim, "partner-events");
  await kim.getByLabel("Place").fill("canazei");
  await kim.getByRole("button", { name: "Filter" }).click();
  await expect(kim.locator(".event-card")).toHaveCount(1);
  await kim.getByRole("link", { name: "Clear" }).click();
  const card = kim.locator(".event-card").filter({ hasText: "Giro dei laghi" });
  await card.getByRole("button").click();
  await expect(card.getByRole("button")).toHaveAttribute("aria-pressed", "true");
  await expect(card).toContainText("One of us is interested");
  await card.getByRole("link", { name: "Giro dei laghi" }).click();
  await look(kim, "partner-event");
  await kim.getByRole("button", { name: "Going!" }).click();
  await expect(kim.getByRole("button", { name: "Going!" })).toHaveAttribute("aria-pressed", "true");
  await kim.getByRole("button", { name: "Not interested any more" }).click();
  await expect(kim.locator("#interest")).toContainText("Be the first to show interest!");
});

test("members organise, and see at once what others write", async () => {
  await admin.goto(kim.url());
  await kim.getByLabel("Write a comment").fill("Who’s leaving at eight?");
  await kim.getByRole("button", { name: "Send" }).click();
  await expect(kim.locator(".comment-text")).toHaveText("Who’s leaving at eight?");
  await expect(admin.locator(".comment-text")).toHaveText("Who’s leaving at eight?", { timeout: 15_000 });
  await kim.getByRole("link", { name: /^Edit/ }).click();
  await kim.getByLabel("Change your comment").fill("Who’s leaving at nine?");
  await kim.getByRole("button", { name: "Save" }).click();
  await expect(kim.locator(".comment-text")).toHaveText("Who’s leaving at nine?");
  await look(kim, "partner-event-comments");
  await kim.getByRole("button", { name: /^Delete/ }).click();
  await expect(kim.locator(".comment-text")).toHaveCount(0);
  await kim.getByRole("button", { name: "Undo" }).click();
  await expect(kim.locator(".comment-text")).toHaveCount(1);
});

test("a map is shown when it is asked for, and nobody is asked before", async () => {
  await kim.reload();
  expect(tilesAsked).toBe(0);
  await expect(kim.locator(".map")).toContainText("127.0.0.1");
  await kim.getByRole("button", { name: "Show the map" }).click();
  await expect(kim.locator(".leaflet-tile-loaded").first()).toBeVisible();
  await expect(kim.locator(".map-frame")).toContainText("© the test");
  expect(tilesAsked).toBeGreaterThan(0);
  await look(kim, "partner-event-map");
});

test("in Italian too, and for visitors", async ({ browser }) => {
  const context = await browser.newContext({ locale: "it-IT", timezoneId: "Europe/Rome" });
  contexts.push(context);
  const page = await context.newPage();
  watch(page);
  await page.goto(`${server.url}/eventi/partner/`);
  await expect(page.getByRole("heading", { name: "Eventi dei club partner" })).toBeVisible();
  await look(page, "partner-events-it");
  await page.getByRole("link", { name: "Giro dei laghi" }).click();
  await expect(page.getByText("Sii il primo a mostrare interesse!")).toBeVisible();
  await look(page, "partner-event-it");
});
