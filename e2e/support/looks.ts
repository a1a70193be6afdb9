import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const out = join(dirname(fileURLToPath(import.meta.url)), "../out");

type Scheme = "light" | "dark";
type Look = [width: number, scheme: Scheme];

const ALL: Look[] = [
  [360, "light"], [768, "light"], [1280, "light"],
  [360, "dark"], [768, "dark"], [1280, "dark"],
];
/** Chosen so that each width meets each scheme within three pages, and each page is seen narrow and wide. */
const CHOSEN: Look[][] = [
  [[360, "light"], [1280, "dark"]],
  [[360, "dark"], [768, "light"], [1280, "light"]],
  [[360, "light"], [768, "dark"], [1280, "light"]],
];

let turn = 0;

/** What a browser forgives and a reader of the page's source should not have to. Taste is left to the templates. */
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    "long-title": "off",
    "no-inline-style": "off",
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    "void-style": "off",
    "no-implicit-button-type": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "wcag/h63": "off",
    "prefer-native-element": "off",
  },
});

/** What is wrong with the page's own HTML, as the server sent it. */
async function mistakes(page: Page): Promise<string[]> {
  const answer = await page.context().request.get(page.url(), { headers: { accept: "text/html" } });
  const report = await validator.validateString(await answer.text());
  return report.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

/** What the browser complained about, page by page; `watch` collects, `look` checks. */
const complaints = new WeakMap<Page, string[]>();

export function watch(page: Page): void {
  const list: string[] = [];
  complaints.set(page, list);
  page.on("console", (message) => {
    // A refused form or a missing page is an answer, which Chromium reports as an error of the resource.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) list.push(message.text());
  });
  page.on("pageerror", (error) => list.push(String(error)));
  page.on("response", (response) => {
    if (response.status() >= 500) list.push(`${response.status()} ${response.url()}`);
  });
}

/**
 * Looks at the page as people with different screens do: nothing scrolls sideways, axe finds nothing, the browser
 * complained about nothing; a picture of each look is kept in `out/`.
 */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  const looks = process.env["E2E_ALL_LOOKS"] ? ALL : CHOSEN[turn++ % CHOSEN.length]!;
  mkdirSync(out, { recursive: true });
  const axed = new Set<Scheme>();
  for (const [width, scheme] of looks) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: width < 700 ? 780 : 900 });
    await page.evaluate(async () => void (await document.fonts.ready));
    await page.screenshot({ path: join(out, `${name}-${width}-${scheme}.png`), fullPage: true });
    expect.soft(await sticksOut(page), `${name} at ${width} pixels: what sticks out to the side`).toEqual([]);
    if (!axed.has(scheme)) {
      // Only the contrast differs between the schemes.
      const found = axed.size === 0 ? await barriers(page) : await barriers(page, ["color-contrast"]);
      axed.add(scheme);
      expect.soft(found, `${name}, ${scheme}: what axe finds`).toEqual([]);
    }
  }
  expect.soft(await page.evaluate(headings), `${name}: the order of headings`).toEqual([]);
  expect.soft(await mistakes(page), `${name}: mistakes in its HTML`).toEqual([]);
  expect.soft(complaints.get(page) ?? [], `${name}: what the browser complained about`).toEqual([]);
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
}

/** What axe finds, by all rules or by those named. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(tags)).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary?.replaceAll("\n", " ")}`),
  );
}

async function sticksOut(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const found = [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
      .filter((e) => !e.closest(".chips, .tabset, .subnav, .art, pre, .visually-hidden"))
      .map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""}: ${e.textContent?.trim().slice(0, 40)}`);
    return found.length ? found.slice(0, 5) : ["something"];
  });
}

function headings(): string[] {
  const wrong: string[] = [];
  const levels = [...document.querySelectorAll("h1, h2, h3, h4")]
    .filter((h) => h.getClientRects().length > 0)
    .map((h) => [Number(h.tagName.slice(1)), h.textContent?.trim().slice(0, 40)] as const);
  if (levels.filter(([level]) => level === 1).length !== 1) wrong.push("not exactly one h1");
  levels.forEach(([level, text], at) => {
    const previous = levels[at - 1]?.[0] ?? 0;
    if (level > previous + 1) wrong.push(`h${level} “${text}” after h${previous}`);
  });
  return wrong;
}

/** Bytes that came over the wire for one page, seen for the first time. */
export async function weigh(page: Page, url: string): Promise<{ all: number; scripts: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.clearBrowserCache");
  const kinds = new Map<string, string>();
  const weight = { all: 0, scripts: 0 };
  session.on("Network.responseReceived", (event) => kinds.set(event.requestId, event.type));
  session.on("Network.loadingFinished", (event) => {
    weight.all += event.encodedDataLength;
    if (kinds.get(event.requestId) === "Script") weight.scripts += event.encodedDataLength;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await session.detach();
  return weight;
}
