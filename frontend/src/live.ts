/**
 * What happens while a page is open: the number at the inbox rises, the inbox shows what is new, and elements that
 * named a topic (`data-topic="event-comments:ID"`) hear of it as `tessera:topic`.
 *
 * One stream for a page that is looked at; none for one that is not, so that many open tabs cost nothing.
 */
import { say } from "./say";

interface News {
  title: string;
  unread: number;
}

const INBOX = "/inbox";
/** Pages are read first. */
const PAUSE_MS = 2_000;
const AGAIN_MS = 60_000;

let source: EventSource | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let shown = -1;

function badge(unread: number): void {
  shown = unread;
  for (const place of document.querySelectorAll<HTMLAnchorElement>(`.bar nav a[href="${INBOX}"], .tabs a[href="${INBOX}"]`)) {
    let count = place.querySelector<HTMLElement>(".count");
    if (!unread) {
      count?.remove();
      continue;
    }
    if (!count) {
      count = Object.assign(document.createElement("span"), { className: "count" });
      place.append(" ", count);
    }
    count.textContent = unread > 99 ? "99+" : String(unread);
  }
}

/** The inbox as it is now in place of what it was, unless somebody is at one of its buttons. */
async function refresh(): Promise<void> {
  const old = document.querySelector("[data-live-inbox]");
  if (!old || new URLSearchParams(location.search).has("before")) return;
  if (old.contains(document.activeElement)) return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("[data-live-inbox]");
  if (now) old.replaceWith(now);
}

function topics(): string {
  const named = [...document.querySelectorAll<HTMLElement>("[data-topic]")].map((e) => e.dataset["topic"] ?? "");
  return [...new Set(named)].filter(Boolean).slice(0, 10).join(",");
}

function close(): void {
  source?.close();
  source = undefined;
  clearTimeout(timer);
}

function open(): void {
  close();
  const asked = topics();
  const stream = new EventSource(asked ? `/api/stream?topics=${encodeURIComponent(asked)}` : "/api/stream");
  source = stream;
  stream.addEventListener("unread", (event: MessageEvent<string>) => {
    const { unread } = JSON.parse(event.data) as { unread: number };
    const changed = unread !== shown;
    badge(unread);
    if (changed) void refresh();
  });
  stream.addEventListener("notice", (event: MessageEvent<string>) => {
    const news = JSON.parse(event.data) as News;
    badge(news.unread);
    say(news.title);
    void refresh();
  });
  stream.addEventListener("topic", (event: MessageEvent<string>) => {
    const { topic } = JSON.parse(event.data) as { topic: string };
    for (const element of document.querySelectorAll<HTMLElement>("[data-topic]")) {
      if (element.dataset["topic"] === topic) element.dispatchEvent(new CustomEvent("tessera:topic", { bubbles: true }));
    }
  });
  stream.addEventListener("error", () => {
    // The browser comes back by itself after a broken connection, and never after a refusal.
    if (stream.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS);
  });
}

function openSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(open, PAUSE_MS);
}

export function wireLive(): void {
  if (!document.querySelector(`a[href="${INBOX}"]`)) return;
  const start = (): void => {
    const there = document.querySelector(`.bar nav a[href="${INBOX}"] .count`)?.textContent ?? "0";
    shown = there === "99+" ? 100 : Number(there);
    if (!document.hidden) openSoon();
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : openSoon()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => event.persisted && openSoon());
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
