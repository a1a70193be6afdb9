import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { look, watch, weigh } from "../support/looks.ts";
import { PASSWORD, signIn } from "../support/people.ts";
import { Tessera } from "../support/server.ts";

/** The pages as an app on a phone, with a connection that comes and goes. */
test.describe.configure({ mode: "serial" });

let server: Tessera;
let phone: BrowserContext;
let page: Page;

const TITLE = "Rehearsal of the choir";

async function signOut(): Promise<void> {
  await page.goto(`${server.url}/me`);
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
}

/** What is kept is written while the page is already there. */
async function keptPaths(): Promise<string[]> {
  return await page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of (await caches.keys()).filter((name) => name.startsWith("kept-"))) {
      for (const key of await (await caches.open(name)).keys()) paths.push(new URL(key.url).pathname);
    }
    return paths.sort();
  });
}

test.beforeAll(async ({ browser }) => {
  server = await Tessera.start();
  await server.run(["community", "create", "--slug", "choir", "--name", "Choir of Turin", "--timezone", "Europe/Rome"]);
  for (const [email, name] of [["ana@example.org", "Ana Rossi"], ["ben@example.org", "Ben Bianchi"]] as const) {
    const person = ["user", "create", "--email", email, "--name", name, "--role", "organiser", "--password-stdin"];
    await server.run(person, `${PASSWORD}\n`);
  }
  phone = await browser.newContext({
    locale: "en-GB", timezoneId: "Europe/Rome", viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true,
  });
  page = await phone.newPage();
  watch(page);
});
test.afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

test("the community installs under its own name, with pictures that phones take", async () => {
  const { all, scripts } = await weigh(page, server.url);
  expect(all, "bytes of the agenda").toBeLessThan(100_000);
  expect(scripts, "bytes of its scripts").toBeLessThan(30_000);
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await page.request.get(`${server.url}${href}`)).json();
  expect(manifest.name).toBe("Choir of Turin");
  expect(manifest).toMatchObject({ display: "standalone", start_url: "/", scope: "/", lang: "en" });
  const purposes = manifest.icons.map((icon: { purpose: string }) => icon.purpose);
  expect(purposes).toEqual(expect.arrayContaining(["any", "maskable"]));
  for (const icon of manifest.icons as { src: string; sizes: string }[]) {
    const answer = await page.request.get(`${server.url}${icon.src}`);
    const bytes = await answer.body();
    expect(answer.headers()["content-type"]).toBe("image/png");
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(icon.sizes);
  }
  const colours = await page.locator('meta[name="theme-color"]').evaluateAll((list) => list.map((meta) => meta.getAttribute("content")));
  expect(new Set(colours).size).toBe(2);
  const apple = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  expect((await page.request.get(`${server.url}${apple}`)).status()).toBe(200);
});

test("what was seen can be read without a connection, with its age", async () => {
  await signIn(page, server, "ana@example.org");
  const token = await page.locator('meta[name="csrf-token"]').getAttribute("content");
  const made = await page.request.post(`${server.url}/api/events`, {
    headers: { "X-CSRF-Token": token ?? "", Origin: server.url },
    data: { title: TITLE, starts_at: new Date(Date.now() + 86_400_000).toISOString(), visibility: "private" },
  });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  const shown = await page.request.post(`${server.url}/api/events/${id}/publish`, {
    headers: { "X-CSRF-Token": token ?? "", Origin: server.url },
  });
  expect(shown.ok()).toBe(true);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.goto(server.url);
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await page.goto(`${server.url}/calendar`);
  await page.evaluate(() => fetch("/api/calendar?start=2026-01-01&end=2026-02-01").then((answer) => answer.text()));
  // The calendar asks for its own month too.
  await expect.poll(async () => [...new Set(await keptPaths())]).toEqual(["/", "/api/calendar", "/calendar"]);

  await phone.setOffline(true);
  await page.goto(server.url);
  await expect(page.getByText(TITLE).first()).toBeVisible();
  const notice = page.locator(".offline");
  await expect(notice).toContainText(/You are offline\. This is how it was on \w+ \d+ \w+, \d+:\d\d\./);
  await look(page, "phone-offline-agenda");
  await page.goto(`${server.url}/calendar`);
  await expect(notice).toBeVisible();
  const entries = await page.evaluate(() => fetch("/api/calendar?start=2026-01-01&end=2026-02-01").then((answer) => answer.headers.get("tessera-kept")));
  expect(entries).toMatch(/^20/);
});

test("what was not seen says so, offers what was, and comes back with the connection", async () => {
  // Another page than the one that is watched: here an answer of 503 is what is wanted.
  const other = await phone.newPage();
  await other.goto(`${server.url}/me`);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("You are offline");
  await expect(other.getByRole("link", { name: /Choir of Turin/ }).first()).toBeVisible();
  await look(other, "phone-offline");
  await phone.setOffline(false);
  await other.getByRole("link", { name: "Try again" }).click();
  await expect(other.getByRole("heading", { level: 1 })).not.toHaveText("You are offline");
  await other.close();
  await page.goto(server.url);
  await expect(page.locator(".offline")).toHaveCount(0);
});

test("whoever signs in next on the same phone finds nothing of the one before", async () => {
  await signOut();
  await expect.poll(async () => (await keptPaths()).filter((path) => path.startsWith("/api"))).toEqual([]);
  await phone.setOffline(true);
  const other = await phone.newPage();
  await other.goto(`${server.url}/calendar`);
  await expect(other.getByText(TITLE)).toHaveCount(0);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("You are offline");
  await phone.setOffline(false);
  await signIn(page, server, "ben@example.org");
  await page.goto(server.url);
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await expect.poll(keptPaths).toContain("/");
  await phone.setOffline(true);
  await page.goto(server.url);
  await expect(page.locator(".offline")).toBeVisible();
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await other.goto(`${server.url}/calendar`);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("You are offline");
  await phone.setOffline(false);
  await other.close();
});

test("a session that ended elsewhere takes along what it saw", async () => {
  await page.goto(`${server.url}/calendar`);
  await expect.poll(keptPaths).toContain("/calendar");
  await phone.clearCookies();
  await page.goto(server.url);
  await expect.poll(keptPaths).toEqual(["/"]);
});
