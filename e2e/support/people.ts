import { expect, type Page } from "@playwright/test";
import type { Tessera } from "./server.ts";

export const PASSWORD = "correct horse battery staple";

/** Signs in through the page, as people do. The page must be in English. */
export async function signIn(page: Page, server: Tessera, email: string): Promise<void> {
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
