import { expect, test } from "@playwright/test";
import { look, watch } from "../support/looks.ts";
import { linkIn } from "../support/mail.ts";
import { PASSWORD, signIn } from "../support/people.ts";
import { Tessera } from "../support/server.ts";

let server: Tessera;
test.beforeAll(async () => {
  server = await Tessera.start();
  await server.community("torino", "Moto Club Torino");
  await server.person("ana@example.org", "Ana Rossi", "admin", "organiser");
});
test.afterAll(async () => await server?.stop());

test("somebody joins with the link that came by mail, and is signed in only after pressing its button", async ({ page }) => {
  watch(page);
  await page.goto(`${server.url}/register`);
  await look(page, "register");
  await page.getByLabel("Name", { exact: true }).fill("Bea Neri");
  await page.getByLabel("E-mail address").fill("bea@example.org");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your inbox");
  await look(page, "register-sent");

  const letter = await server.mail.letterTo("bea@example.org");
  expect(letter.html).toContain("Moto Club Torino");
  await page.goto(linkIn(letter, /token=/));
  await look(page, "verify");
  await page.getByRole("main").getByRole("button").click();
  await expect(page.getByText("Welcome! You are signed in.")).toBeVisible();

  await page.goto(`${server.url}/me`);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Bea Neri");
  await look(page, "me");
  await page.goto(`${server.url}/me/security`);
  await look(page, "me-security");
  await page.goto(`${server.url}/me/privacy`);
  await look(page, "me-privacy");
});

test("an address that has an account already is not given away by the page", async ({ page }) => {
  await page.goto(`${server.url}/register`);
  await page.getByLabel("Name", { exact: true }).fill("Somebody");
  await page.getByLabel("E-mail address").fill("ana@example.org");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your inbox");
  expect((await server.mail.letterTo("ana@example.org")).subject).toBe("You already have an account");
});

test("a wrong password keeps the address and says what to do", async ({ page }) => {
  watch(page);
  await page.goto(`${server.url}/sign-in`);
  await look(page, "sign-in");
  await page.getByLabel("E-mail address").fill("ana@example.org");
  await page.getByLabel("Password", { exact: true }).fill("not the right one");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator(".errors")).toBeFocused();
  await expect(page.getByLabel("E-mail address")).toHaveValue("ana@example.org");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await look(page, "sign-in-refused");
});

test("a forgotten password is chosen anew through a link, once", async ({ page }) => {
  await page.goto(`${server.url}/forgot`);
  await look(page, "forgot");
  await page.getByLabel("E-mail address").fill("ana@example.org");
  await page.getByRole("button", { name: "Send the link" }).click();
  const link = linkIn(await server.mail.letterTo("ana@example.org", (l) => /password/.test(l.subject ?? "")), /token=/);
  await page.goto(link);
  await page.getByLabel("New password").fill("another horse battery staple");
  await look(page, "reset");
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await page.goto(`${server.url}/me`);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ana Rossi");
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Save and sign in" })).toHaveCount(0);
  await look(page, "link-used");
});

test("the language of the page changes where one is, and stays", async ({ page }) => {
  await page.goto(`${server.url}/forgot`);
  await page.getByRole("button", { name: "Italiano" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  await expect(page).toHaveURL(/\/forgot$/);
  await page.goto(`${server.url}/register`);
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
});

test("a device that is signed in elsewhere can be signed out", async ({ page, browser }) => {
  await server.person("leo@example.org", "Leo", "member");
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, server, "leo@example.org");
  await signIn(page, server, "leo@example.org");
  await page.goto(`${server.url}/me/security`);
  await look(page, "me-security-two");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  const dialog = page.getByRole("dialog");
  if (await dialog.isVisible()) await dialog.getByRole("button").first().click();
  await other.goto(`${server.url}/me`);
  await expect(other).toHaveURL(/sign-in/);
  await elsewhere.close();
});
