import { type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import { look, watch, weigh } from "../support/looks.ts";
import { signIn } from "../support/people.ts";
import { Tessera } from "../support/server.ts";

/** Somebody plans a month in the calendar, each step on those before. */
test.describe.configure({ mode: "serial" });

let server: Tessera;
let context: BrowserContext;
let page: Page;

/** The month after this one, from its first Monday on: `monday(1)` is the Monday after that. */
const first = new Date();
first.setUTCDate(1);
first.setUTCMonth(first.getUTCMonth() + 1);
first.setUTCDate(1 + ((8 - first.getUTCDay()) % 7));
function monday(weeks: number, days = 0): string {
  return new Date(first.getTime() + (weeks * 7 + days) * 86_400_000).toISOString().slice(0, 10);
}
const MONTH = (): string => `${server.url}/calendar?view=month&date=${monday(0)}`;

const day = (date: string): Locator => page.locator(`.fc-daygrid-day[data-date="${date}"]`);
const on = (date: string, title: string): Locator => day(date).locator(".fc-event:not(.fc-event-mirror)", { hasText: title });

/** As a hand does it: pressed, moved over the days between, let go. */
async function drag(from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [a, b] = [(await from.boundingBox())!, (await to.boundingBox())!];
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + a.width / 2 + 8, a.y + a.height / 2 + 4, { steps: 3 });
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 12 });
  await page.mouse.up();
}

async function scope(name: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
}

const toast = (): Locator => page.locator(".toast").last();

test.beforeAll(async ({ browser }) => {
  server = await Tessera.start();
  await server.community("torino", "Moto Club Torino");
  await server.person("ana@example.org", "Ana Rossi", "organiser");
  context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Rome", viewport: { width: 1280, height: 1100 } });
  page = await context.newPage();
  watch(page);
  await signIn(page, server, "ana@example.org");
});
test.afterAll(async () => {
  await context?.close();
  await server?.stop();
});

test("a weekly evening made with the form stands on its days", async () => {
  await page.goto(`${server.url}/events/new`);
  await page.getByLabel("Title").fill("Workshop evening");
  await page.locator("#f-start_date").fill(monday(0));
  await page.locator("#f-start_time").fill("18:00");
  await page.locator("#f-end_time").fill("20:00");
  await page.locator("#f-repeat").selectOption("weekly");
  await page.getByLabel("After a number of times").check();
  await page.locator("#f-count").fill("4");
  await page.getByRole("main").getByRole("button", { name: /publish/i }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Workshop evening");

  await page.goto(MONTH());
  for (const week of [0, 1, 2, 3]) await expect(on(monday(week), "Workshop evening")).toBeVisible();
  await expect(page.locator(".fc-event")).toHaveCount(4);
});

test("one date is dragged to another day, and only that one goes", async () => {
  await drag(on(monday(1), "Workshop evening"), day(monday(1, 1)));
  await scope("This date");
  await expect(toast()).toContainText("“Workshop evening” is now on");
  await expect(on(monday(1, 1), "Workshop evening")).toBeVisible();
  await expect(on(monday(1), "Workshop evening")).toHaveCount(0);
  for (const week of [0, 2, 3]) await expect(on(monday(week), "Workshop evening")).toBeVisible();
});

test("whoever thinks again leaves everything as it is", async () => {
  await drag(on(monday(2), "Workshop evening"), day(monday(2, 3)));
  await scope("Cancel");
  await expect(on(monday(2), "Workshop evening")).toBeVisible();
});

test("from a date on, the following go along", async () => {
  await drag(on(monday(2), "Workshop evening"), day(monday(2, 2)));
  await scope("This and the following dates");
  for (const week of [2, 3]) await expect(on(monday(week, 2), "Workshop evening")).toBeVisible();
  await expect(on(monday(0), "Workshop evening")).toBeVisible();
  await expect(page.locator(".fc-event")).toHaveCount(4);
});

test("a move is taken back by the button and by keys", async () => {
  await expect(toast()).toContainText("is now on");
  await page.getByRole("button", { name: "Undo" }).click();
  for (const week of [2, 3]) await expect(on(monday(week), "Workshop evening")).toBeVisible();

  // The date that differs is no question of its series any more.
  await drag(on(monday(1, 1), "Workshop evening"), day(monday(1, 4)));
  await expect(on(monday(1, 4), "Workshop evening")).toBeVisible();
  await expect(toast()).toContainText("is now on");
  await page.keyboard.press("Control+z");
  await expect(on(monday(1, 1), "Workshop evening")).toBeVisible();
  await expect(on(monday(1, 4), "Workshop evening")).toHaveCount(0);
});

test("all dates move together, and back", async () => {
  await drag(on(monday(0), "Workshop evening"), day(monday(0, 1)));
  await scope("All dates");
  await expect(on(monday(0, 1), "Workshop evening")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(on(monday(0), "Workshop evening")).toBeVisible();
});

test("one date is deleted on its page, the others stay", async () => {
  await on(monday(0), "Workshop evening").click();
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByRole("radio", { name: "This date" })).toBeChecked();
  await page.getByRole("main").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("The dates were deleted.")).toBeVisible();
  await page.goto(MONTH());
  await expect(page.locator(".fc-event")).toHaveCount(3);
});

test("something is made with a press on a day, and in full with what was typed", async () => {
  await day(monday(0, 3)).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Title")).toBeFocused();
  await dialog.getByLabel("Title").fill("Board meeting");
  await dialog.getByLabel("Begins at").fill("21:00");
  await dialog.getByLabel("Ends at").fill("22:30");
  await look(page, "calendar-quick");
  await dialog.getByRole("button", { name: "Create an event" }).click();
  await expect(toast()).toContainText("It is in the calendar.");
  await expect(on(monday(0, 3), "Board meeting")).toContainText("21:00");

  await page.keyboard.press("n");
  await page.getByRole("dialog").getByLabel("Title").fill("Paint the shed");
  await page.getByRole("dialog").getByLabel("Kind").selectOption("task");
  await page.getByRole("dialog").getByLabel("Day", { exact: true }).fill(monday(0, 4));
  await page.getByRole("dialog").getByLabel("Begins at").fill("09:00");
  await page.getByRole("dialog").getByRole("button", { name: "More fields" }).click();
  await expect(page).toHaveURL(/\/events\/new\?/);
  await expect(page.getByLabel("Title")).toHaveValue("Paint the shed");
  await expect(page.locator("#f-start_time")).toHaveValue("09:00");
  await expect(page.locator("#f-kind")).toHaveValue("task");
  await page.getByRole("main").getByRole("button", { name: /publish/i }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Paint the shed");
});

test("an edge is dragged to make something longer", async () => {
  await page.goto(`${server.url}/calendar?view=week&date=${monday(0)}`);
  const task = page.locator(".fc-timegrid-event", { hasText: "Paint the shed" });
  await task.hover();
  const box = (await task.boundingBox())!;
  const before = box.height;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 70, { steps: 10 });
  await page.mouse.up();
  await expect(toast()).toContainText("“Paint the shed” is now on");
  // The calendar draws its entries again once the server has answered.
  await expect.poll(async () => (await task.boundingBox())?.height ?? 0).toBeGreaterThan(before + 30);
});

test("what somebody else changed meanwhile springs back and is said", async () => {
  await page.goto(MONTH());
  await expect(on(monday(0, 3), "Board meeting")).toBeVisible();
  await page.evaluate(async (start) => {
    const answer = await fetch(`/api/calendar?start=${start}&end=${start.slice(0, 8)}28&q=board`);
    const [entry] = (await answer.json()) as { extendedProps: { change: string } }[];
    const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')!.content;
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": token };
    await fetch(entry!.extendedProps.change, { method: "PATCH", headers, body: JSON.stringify({ title: "Board meeting, moved" }) });
  }, monday(0));
  await drag(on(monday(0, 3), "Board meeting"), day(monday(1, 3)));
  await expect(toast()).toContainText(/meanwhile|changed/i);
  await expect(on(monday(0, 3), "Board meeting, moved")).toBeVisible();

  await context.setOffline(true);
  await drag(on(monday(0, 3), "Board meeting"), day(monday(1, 3)));
  await expect(page.locator(".toast", { hasText: "No connection." }).first()).toBeVisible();
  await context.setOffline(false);
  await expect(on(monday(0, 3), "Board meeting")).toBeVisible();
});

test("a filter is kept in the address, saved, and chosen again", async () => {
  await page.goto(MONTH());
  await page.getByText("Filter", { exact: true }).first().click();
  await page.locator(".cal-kind", { hasText: "Task" }).click();
  await expect(page.locator(".fc-event")).toHaveCount(1);
  await expect(page).toHaveURL(/kinds=task/);
  await look(page, "calendar-filters");
  await page.reload();
  await expect(page.locator(".fc-event")).toHaveCount(1);
  await page.getByText("Saved filters").click();
  await page.getByLabel("Name").fill("Our tasks");
  await page.getByRole("button", { name: "Save this filter" }).click();
  await expect(page.locator(".flash")).toContainText("The filter is saved.");

  await page.goto(MONTH());
  await expect(page.locator(".fc-event")).toHaveCount(5);
  await page.getByText("Saved filters").click();
  await look(page, "calendar-presets");
  await page.getByRole("link", { name: "Our tasks" }).click();
  await expect(page).toHaveURL(/kinds=task/);
  await page.goto(`${server.url}/calendar?view=month&date=${monday(0)}&kinds=task`);
  await expect(page.locator(".fc-event")).toHaveCount(1);
});

test("keys page, change the view and go from day to day", async () => {
  await page.goto(MONTH());
  const title = page.getByRole("heading", { level: 1 });
  const now = await title.textContent();
  await page.keyboard.press("ArrowRight");
  await expect(title).not.toHaveText(now!);
  await page.keyboard.press("ArrowLeft");
  await expect(title).toHaveText(now!);
  for (const [key, view] of [["w", "week"], ["d", "day"], ["l", "list"], ["y", "year"], ["x", "weeks"], ["m", "month"]] as const) {
    await page.keyboard.press(key);
    await expect(page.locator(`[data-view="${view}"]`)).toHaveAttribute("aria-pressed", "true");
  }
  await page.goto(MONTH());
  await day(monday(0)).focus();
  await page.keyboard.press("ArrowRight");
  await expect(day(monday(0, 1))).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(day(monday(1, 1))).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel("Day", { exact: true })).toHaveValue(monday(1, 1));
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("4 weeks");
  await page.keyboard.press("Escape");
  await on(monday(0, 3), "Board meeting").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Board meeting");
});

test("every view looks right, wide and on a phone, in light and dark", async () => {
  test.setTimeout(300_000);
  for (const view of ["month", "weeks", "week", "day", "list", "year"]) {
    await page.goto(`${server.url}/calendar?view=${view}&date=${monday(0, 3)}`);
    await expect(page.locator(".fc-event").first()).toBeAttached();
    await look(page, `calendar-${view}`);
  }
});

test("a phone begins with the list, pages by swiping and reads again by pulling", async ({ browser }) => {
  const phone = await browser.newContext({
    locale: "it-IT", timezoneId: "America/New_York", viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true,
  });
  const hand = await phone.newPage();
  watch(hand);
  await hand.goto(`${server.url}/calendar?date=${monday(0)}`);
  await expect(hand.locator(".fc-list")).toBeVisible();
  await expect(hand.getByText("Gli orari sono")).toBeVisible();
  await expect(hand.locator(".fc-list-event", { hasText: "Board meeting" })).toContainText("21:00");
  await look(hand, "calendar-phone");
  const title = hand.getByRole("heading", { level: 1 });
  const before = await title.textContent();
  const swipe = async (dx: number, dy: number): Promise<void> => {
    await hand.evaluate(([x, y]) => {
      const target = document.querySelector(".cal")!;
      const at = (cx: number, cy: number): Touch => new Touch({ identifier: 1, target, clientX: cx, clientY: cy });
      const fire = (type: string, touch: Touch, held: boolean): boolean =>
        target.dispatchEvent(new TouchEvent(type, { bubbles: true, touches: held ? [touch] : [], changedTouches: [touch] }));
      fire("touchstart", at(200, 300), true);
      fire("touchmove", at(200 + x! / 2, 300 + y! / 2), true);
      fire("touchmove", at(200 + x!, 300 + y!), true);
      fire("touchend", at(200 + x!, 300 + y!), false);
    }, [dx, dy] as const);
  };
  await swipe(-150, 5);
  await expect(title).not.toHaveText(before!);
  await swipe(150, 5);
  await expect(title).toHaveText(before!);
  await swipe(3, 160);
  await expect(hand.locator(".toast")).toContainText("Aggiornato.");
  await phone.close();
});

test("the calendar's page keeps its weight, the agenda knows nothing of it", async ({ browser }) => {
  const other = await browser.newContext({ locale: "en-GB" });
  const weight = await weigh(await other.newPage(), `${server.url}/calendar`);
  expect(weight.all).toBeLessThan(200_000);
  await other.close();
  const agenda = await browser.newContext({ locale: "en-GB" });
  const seen = await agenda.newPage();
  const scripts: string[] = [];
  seen.on("response", (answer) => void (answer.url().endsWith(".js") && scripts.push(answer.url())));
  await seen.goto(server.url, { waitUntil: "networkidle" });
  expect(scripts.filter((url) => url.includes("calendar"))).toEqual([]);
  await agenda.close();
});

test("without scripts the month, its list, filters and saved filters are all there", async ({ browser }) => {
  const state = await context.storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB", storageState: state });
  const reader = await plain.newPage();
  await reader.goto(`${server.url}/calendar?month=${monday(0).slice(0, 7)}`);
  await expect(reader.locator(".row", { hasText: "Board meeting" })).toBeVisible();
  await reader.getByText("Filter", { exact: true }).first().click();
  await reader.locator(".cal-kind", { hasText: "Task" }).click();
  await reader.locator("#f-from").fill(monday(0));
  await reader.getByRole("button", { name: "Filter" }).click();
  await expect(reader.locator(".row")).toHaveText([/Paint the shed/]);
  await reader.getByText("Saved filters").click();
  await reader.getByRole("button", { name: "Delete: Our tasks" }).click();
  await reader.getByRole("main").getByRole("button", { name: "Delete" }).click();
  await expect(reader.locator(".flash")).toContainText("The filter is gone.");
  await plain.close();
  await page.goto(`${MONTH()}&plain=yes`);
  await look(page, "calendar-plain");
  await page.getByRole("link", { name: "Calendar view" }).click();
  await expect(page.locator(".fc-event").first()).toBeVisible();
});
