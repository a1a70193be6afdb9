import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createHmac } from "node:crypto";
import { isoDay } from "../support/calendars.ts";
import { look, watch } from "../support/looks.ts";
import { signIn } from "../support/people.ts";
import { Tessera } from "../support/server.ts";

/** An admin agrees with a partner club on another server: keys, approval, a test, pairing, removal. */
test.describe.configure({ mode: "serial" });

const THEIR_KEY = `pk_${"R".repeat(32)}`;
const THEIR_SECRET = `sk_${"s".repeat(64)}`;

let server: Tessera;
let admin: BrowserContext;
let page: Page;
let club: Club;

/** The other side as a stranger would write it from the document. */
class Club {
  url = "";
  #server = createServer((request, response) => {
    const timestamp = String(request.headers["x-timestamp"]);
    const expected = `sha256=${createHmac("sha256", THEIR_SECRET).update(`${timestamp}:`).digest("hex")}`;
    const known = request.headers["x-federation-key"] === THEIR_KEY && request.headers["x-signature"] === expected;
    const feed = {
      club: { name: "MC Roma", code: "roma", url: this.url },
      events: [{ id: "evt_1", event_name: "Giro dei Castelli", start_date: `${isoDay(3)}T09:00:00+02:00` }],
      total: 1,
      last_updated: new Date().toISOString(),
    };
    response.writeHead(known ? 200 : 401, { "content-type": "application/json" });
    response.end(JSON.stringify(known ? feed : { detail: "bad key, timestamp or signature" }));
  });

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
  }
}

function signed(key: string, secret: string, body: string): Record<string, string> {
  const timestamp = new Date().toISOString();
  const signature = `sha256=${createHmac("sha256", secret).update(`${timestamp}:${body}`).digest("hex")}`;
  return { "x-federation-key": key, "x-timestamp": timestamp, "x-signature": signature };
}

test.beforeAll(async ({ browser }) => {
  club = new Club();
  await club.open();
  server = await Tessera.start({
    TESSERA_FEDERATION__ENABLED: "true",
    TESSERA_FEDERATION__REQUIRE_HTTPS: "false",
    TESSERA_FEDERATION__ALLOW_PRIVATE_ADDRESSES: "true",
  });
  await server.community("torino", "Moto Club Torino");
  await server.person("ada@example.org", "Ada Bruni", "admin", "organiser");
  admin = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Rome" });
  page = await admin.newPage();
  watch(page);
  await signIn(page, server, "ada@example.org");
});
test.afterAll(async () => {
  await admin?.close();
  await server?.stop();
  club?.close();
});

let partner = "";
let key = "";
let secret = "";

test("a partner is added, and its form says what does not fit", async () => {
  await page.goto(`${server.url}/manage/partners`);
  await expect(page.getByRole("heading", { name: "No partners yet" })).toBeVisible();
  await look(page, "partners-empty");
  await page.getByRole("main").getByRole("link", { name: "Add a partner" }).first().click();
  await look(page, "partner-new");
  await page.getByLabel("Name of the club").fill("MC Roma");
  await page.getByLabel("Short code").fill("ro ma");
  await page.getByLabel("Address of their server").fill(club.url);
  // Key and secret, mixed up.
  await page.getByLabel("Key they gave you").fill(THEIR_SECRET);
  await page.getByLabel("Secret that goes with it").fill(THEIR_KEY);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("It begins with pk_.").first()).toBeVisible();
  await expect(page.getByText("Only letters, digits, - and _.").first()).toBeVisible();
  await expect(page.getByLabel("Name of the club")).toHaveValue("MC Roma");
  await look(page, "partner-new-wrong");
  await page.getByLabel("Short code").fill("roma");
  await page.getByLabel("Key they gave you").fill(THEIR_KEY);
  await page.getByLabel("Secret that goes with it").fill(THEIR_SECRET);
  await page.getByLabel("Share our events with them").check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("MC Roma");
  await expect(page.getByText("Waiting for your approval")).toBeVisible();
  expect(await page.content()).not.toContain(THEIR_SECRET);
  partner = new URL(page.url()).pathname;
  await look(page, "partner");
});

test("a key is made for them, and shown this once", async () => {
  await page.getByRole("button", { name: "Generate key" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The new key for MC Roma");
  key = await page.locator("#api-key").innerText();
  secret = await page.locator("#api-secret").innerText();
  expect(key).toMatch(/^pk_[A-Za-z0-9]{32}$/);
  expect(secret).toMatch(/^sk_[A-Za-z0-9]{64}$/);
  await expect(page.getByRole("button", { name: "Copy" })).toHaveCount(2);
  await page.getByRole("link", { name: "I have copied both" }).click();
  await expect(page.getByText(key)).toBeVisible();
  expect(await page.content()).not.toContain(secret);
});

test("before the approval nothing goes out, and the page says what approving means", async ({ request }) => {
  const events = `${server.url}/api/federation/events/`;
  const refused = await request.get(events, { headers: signed(key, secret, "") });
  expect([refused.status(), (await refused.json()).code]).toEqual([403, "partner_not_approved"]);
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("can fetch your public events")).toBeVisible();
  await look(page, "partner-approve");
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Approved. Their events come in")).toBeVisible();
  expect((await request.get(events, { headers: signed(key, secret, "") })).status()).toBe(200);
});

test("the connection is tested, and a wrong secret is named", async () => {
  await page.goto(server.url + partner);
  await page.getByRole("button", { name: "Test the connection" }).click();
  await expect(page.getByText("It works: they answered, and have one event today.")).toBeVisible();
  await look(page, "partner-tested");
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByLabel("Secret that goes with it").fill(`sk_${"x".repeat(64)}`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /MC Roma/ })).toBeVisible();
  await look(page, "partners");
  await page.goto(server.url + partner);
  await page.getByRole("button", { name: "Test the connection" }).click();
  await expect(page.getByText("They do not accept our key or our signature.")).toBeVisible();
  await look(page, "partner-test-failed");
});

test("what they tell of interest stands on the event's page as a number", async ({ request }) => {
  await page.goto(`${server.url}/events/new`);
  await page.getByLabel("Title").fill("Spring Rally");
  await page.locator("#f-start_date").fill(isoDay(10));
  await page.locator("#f-start_time").fill("09:00");
  await page.getByRole("main").getByRole("button", { name: /publish/i }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spring Rally");
  const event = new URL(page.url()).pathname;
  const id = event.split("/").pop();
  const body = JSON.stringify({ event_id: id, counts: { going: 1, maybe: 0, interested: 2 }, club_code: "roma" });
  const headers = { ...signed(key, secret, body), "content-type": "application/json" };
  const told = await request.post(`${server.url}/api/federation/interest/`, { headers, data: body });
  expect(await told.json()).toEqual({ status: "ok", received: true });
  await page.goto(server.url + event);
  await expect(page.getByText("3 from MC Roma interested")).toBeVisible();
  await look(page, "event-with-interest");
});

test("the pages of a partner read well in Italian", async () => {
  await page.goto(server.url + partner);
  await page.getByRole("button", { name: "Italiano" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  await look(page, "partner-it");
  await page.getByRole("button", { name: "Crea un link di abbinamento" }).click();
  await expect(page.locator("#pairing-link")).toContainText("/federation/pair/torino#");
  await look(page, "partner-offer-it");
  const link = await page.locator("#pairing-link").innerText();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Un link fra due server");
  await look(page, "partner-landing-it");
  await page.goto(`${server.url}/manage/partners`);
  await look(page, "partners-it");
  await page.getByRole("button", { name: "English" }).click();
});

test("a removal says what goes with it, asks, and stands in the trail", async ({ request }) => {
  await page.goto(server.url + partner);
  await page.getByRole("main").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Remove MC Roma?");
  await look(page, "partner-remove");
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("The partner is removed.")).toBeVisible();
  const refused = await request.get(`${server.url}/api/federation/events/`, { headers: signed(key, secret, "") });
  expect((await refused.json()).code).toBe("unknown_key");
  await page.goto(`${server.url}/manage/audit`);
  await expect(page.getByRole("rowheader", { name: "Ada Bruni removed a partner" })).toBeVisible();
});
