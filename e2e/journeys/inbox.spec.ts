import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { look, watch } from "../support/looks.ts";
import { linkIn } from "../support/mail.ts";
import { PASSWORD, signIn } from "../support/people.ts";
import { Tessera } from "../support/server.ts";

test.describe.configure({ mode: "serial" });

let server: Tessera;
let ana: APIRequestContext;
let bea = "";

test.beforeAll(async () => {
  server = await Tessera.start();
  await server.community("torino", "Moto Club Torino");
  await server.person("ana@example.org", "Ana Rossi", "admin", "organiser");
  await server.person("bea@example.org", "Bea Neri", "member");
  const anonymous = await request.newContext({ baseURL: server.url });
  const login = async (email: string) => {
    const answer = await anonymous.post("/api/auth/login", { data: { email, password: PASSWORD } });
    return (await answer.json()) as { token: string; user: { id: string } };
  };
  const { token } = await login("ana@example.org");
  bea = (await login("bea@example.org")).user.id;
  ana = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { authorization: `Bearer ${token}` } });
});
test.afterAll(async () => await server?.stop());

/** Ana gives Bea a task. */
async function give(title: string): Promise<string> {
  const data = { kind: "task", title, starts_at: "2030-05-01T09:00:00+02:00", ends_at: "2030-05-01T10:00:00+02:00" };
  const made = await ana.post("/api/events", { data: { ...data, visibility: "public" } });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  expect((await ana.put(`/api/events/${id}/assignees`, { data: { assignees: [bea] } })).status()).toBe(200);
  return id;
}

test("the number at the inbox rises while a page is open, and the inbox shows what is new", async ({ page }) => {
  watch(page);
  await signIn(page, server, "bea@example.org");
  await page.goto(`${server.url}/inbox`);
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await look(page, "inbox-empty");

  const opened = page.waitForRequest(/\/api\/stream/);
  await page.goto(server.url);
  await opened;
  const badge = page.locator(".bar nav a[href='/inbox'] .count");
  await expect(badge).toHaveCount(0);
  await give("Bring the chairs");
  await expect(badge).toHaveText("1");
  await expect(page.getByRole("status").filter({ hasText: "A task for you: Bring the chairs" })).toBeVisible();

  const again = page.waitForRequest(/\/api\/stream/);
  await page.goto(`${server.url}/inbox`);
  await again;
  await expect(page.locator(".notices h2")).toHaveText(["A task for you: Bring the chairs"]);
  await give("Order the cups");
  await expect(page.locator(".notices h2")).toHaveText([
    "A task for you: Order the cups",
    "A task for you: Bring the chairs",
  ]);
  await expect(badge).toHaveText("2");
  await look(page, "inbox");
});

test("opening a notice leads to it and marks it; the rest is marked at once", async ({ page }) => {
  watch(page);
  await signIn(page, server, "bea@example.org");
  await page.goto(`${server.url}/inbox`);
  await page.getByRole("link", { name: "A task for you: Bring the chairs" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bring the chairs");
  await page.goto(`${server.url}/inbox`);
  await expect(page.getByText("1 is unread.")).toBeVisible();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByText("Everything is marked as read.")).toBeVisible();
  await expect(page.locator(".count")).toHaveCount(0);
  await page.getByRole("button", { name: "Italiano" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Avvisi");
  await look(page, "inbox-it");
  await page.getByRole("link", { name: "Che cosa ricevo" }).first().click();
  await look(page, "me-notifications-it");
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("#f-email_tasks").getByText("In the daily digest").click();
  await page.getByRole("main").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("This is what reaches you from now on.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "In the daily digest" }).first()).toBeChecked();
  await look(page, "me-notifications");
});

test("a mail is stopped by the button behind its link, and turned on again there", async ({ page }) => {
  watch(page);
  const letter = await server.mail.letterTo("bea@example.org", (l) => /Bring the chairs/.test(l.subject ?? ""));
  expect(letter.text).toContain("because you are a member of Moto Club Torino");
  await page.goto(linkIn(letter, /\/unsubscribe\//));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stop these mails?");
  await look(page, "unsubscribe");
  await page.getByRole("button", { name: "Stop these mails" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("These mails have stopped");
  await page.getByRole("button", { name: "Turn on again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("On again");
});

test("without scripts the inbox works the same", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  await signIn(page, server, "bea@example.org");
  await give("Sweep the yard");
  await page.goto(`${server.url}/inbox`);
  await expect(page.locator(".bar nav a[href='/inbox'] .count")).toHaveText("1");
  await page.getByRole("button", { name: "Mark as read: A task for you: Sweep the yard" }).click();
  await expect(page.locator(".bar nav a[href='/inbox'] .count")).toHaveCount(0);
  await expect(page).toHaveURL(/\/inbox$/);
  await context.close();
});

test("whoever looks after the community sees what was mailed", async ({ page }) => {
  watch(page);
  await signIn(page, server, "ana@example.org");
  await page.goto(`${server.url}/manage/mail`);
  await page.getByLabel("What for").selectOption("Tasks");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.locator("tbody tr").first()).toContainText("Tasks");
  await look(page, "manage-mail-filtered");
});
