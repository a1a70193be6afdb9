/**
 * Keeps the agenda and the calendar as they were last seen, for a phone without a connection, and says of what it
 * shows how old it is.
 *
 * What is kept is one reader's: every answer names its reader opaquely (`tessera-reader`), and whatever is there is
 * thrown away when another one reads, and when somebody signs in or out. Only good answers to plain reads are kept,
 * few and small; anything else goes to the network as if this were not here.
 */
import { keepable, type Kept, keptPage, offlinePage, type Words } from "./pages";

interface Known {
  release: string;
  /** The files of every page: the styles first. */
  assets: string[];
  words: Record<string, Words>;
}
declare const self: ServiceWorkerGlobalScope & { TESSERA: Known };

const { release, assets, words } = self.TESSERA;
const SHELL = `shell-${release}`;
const NOTES = "notes";
const KEPT = "kept-";
const MOST = { page: 30, answer: 60, file: 60 };
const LARGEST_BYTES = 1024 * 1024;

/** What is known of the reader: who, and how the last page looked. */
interface Notes {
  reader: string;
  lang: string;
  hue: string;
}

/** Rises when what is kept is thrown away: an answer that was asked for before that is not kept. */
let turn = 0;

async function notes(): Promise<Notes | undefined> {
  const found = await (await caches.open(NOTES)).match("/");
  return found ? ((await found.json()) as Notes) : undefined;
}

async function note(now: Notes): Promise<void> {
  await (await caches.open(NOTES)).put("/", new Response(JSON.stringify(now)));
}

async function throwAway(): Promise<void> {
  turn += 1;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(KEPT) || name === NOTES).map((name) => caches.delete(name)));
}

/** Lets the oldest go. */
async function trim(cache: Cache, most: number, kind: "page" | "answer" | "file"): Promise<void> {
  const keys = (await cache.keys()).filter((key) => kind === "file" || keepable(new URL(key.url)) === kind);
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

/** Looks at an answer: who reads now, and whether it is to be kept. */
async function see(url: URL, answer: Response, since: number): Promise<void> {
  const [reader, once] = (answer.headers.get("tessera-reader") ?? "").split(";");
  if (!reader || answer.type !== "basic") return;
  const known = await notes();
  if (since !== turn) return;
  if (known?.reader !== reader) {
    // An answer to a script may be one that a page of the reader before still waited for.
    if (known && keepable(url) === "answer") return;
    await throwAway();
    since = turn;
    await note({ reader, lang: known?.lang ?? "en", hue: known?.hue ?? "28" });
  }
  const kind = keepable(url);
  if (!kind || once || answer.status !== 200 || answer.redirected) return;
  const body = await answer.text();
  if (body.length > LARGEST_BYTES || since !== turn) return;
  const headers = { "content-type": answer.headers.get("content-type") ?? "", "tessera-kept": new Date().toISOString() };
  const cache = await caches.open(KEPT + reader);
  // Put anew it is the youngest.
  await cache.delete(url.href);
  await cache.put(url.href, new Response(body, { headers }));
  await trim(cache, MOST[kind], kind);
  if (kind === "page") {
    const lang = /<html[^>]*\blang="([a-z]{2})"/.exec(body)?.[1] ?? "en";
    const hue = /--accent-h:(\d+)/.exec(body)?.[1] ?? "28";
    await note({ reader, lang, hue });
  }
  if (since !== turn) await caches.delete(KEPT + reader);
}

async function kept(url: URL): Promise<Response | undefined> {
  const known = await notes();
  return known && (await (await caches.open(KEPT + known.reader)).match(url.href));
}

async function keptPages(): Promise<Kept[]> {
  const known = await notes();
  if (!known) return [];
  const cache = await caches.open(KEPT + known.reader);
  const pages: Kept[] = [];
  for (const key of [...(await cache.keys())].reverse()) {
    const url = new URL(key.url);
    const answer = keepable(url) === "page" ? await cache.match(key) : undefined;
    if (!answer) continue;
    const title = /<title>([^<]*)<\/title>/.exec(await answer.text())?.[1] ?? url.pathname;
    pages.push({ path: url.pathname + url.search, title, at: answer.headers.get("tessera-kept") ?? "" });
  }
  return pages;
}

async function offline(url: URL): Promise<Response> {
  const known = await notes();
  const lang = [known?.lang, navigator.language.slice(0, 2), "en"].find((code) => code && words[code]) ?? "en";
  const speech = words[lang] as Words;
  const found = await kept(url);
  if (found) return await keptPage(found, lang, speech);
  return offlinePage({ lang, hue: known?.hue ?? "28", styles: assets[0] ?? "", speech, kept: await keptPages() });
}

async function page(event: FetchEvent, url: URL): Promise<Response> {
  const since = turn;
  try {
    const answer = await fetch(event.request);
    event.waitUntil(see(url, answer.clone(), since));
    return answer;
  } catch {
    return await offline(url);
  }
}

async function answer(event: FetchEvent, url: URL): Promise<Response> {
  const since = turn;
  try {
    const answer = await fetch(event.request);
    event.waitUntil(see(url, answer.clone(), since));
    return answer;
  } catch {
    const found = await kept(url);
    if (!found) return Response.error();
    const client = await self.clients.get(event.clientId);
    const known = await notes();
    const speech = words[known?.lang ?? "en"] ?? words["en"];
    client?.postMessage({ kept: found.headers.get("tessera-kept"), words: speech });
    return found;
  }
}

/** Files carry their content's hash in their names: what is there is right. */
async function file(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(SHELL);
  const found = await cache.match(event.request);
  if (found) return found;
  const answer = await fetch(event.request);
  if (answer.status === 200 && answer.type === "basic") {
    const copy = answer.clone();
    event.waitUntil(cache.put(event.request, copy).then(() => trim(cache, MOST.file, "file")));
  }
  return answer;
}

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(assets))
      .then(() => self.skipWaiting()),
  );
});

/** Files of earlier releases go, and pages that need them. */
async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith("shell-") && name !== SHELL) await caches.delete(name);
    if (!name.startsWith(KEPT)) continue;
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      const found = keepable(new URL(key.url)) === "page" ? await cache.match(key) : undefined;
      const text = found ? await found.text() : "";
      if (found && !assets.every((path) => text.includes(path))) await cache.delete(key);
    }
  }
  await self.clients.claim();
}

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method !== "GET") {
    // Whoever signs in or out, whatever comes of it.
    if (/^\/(sign-|api\/auth\/)/.test(url.pathname)) event.waitUntil(throwAway());
    return;
  }
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (keepable(url) === "answer") event.respondWith(answer(event, url));
  else if (/^\/(assets|icon)\//.test(url.pathname)) event.respondWith(file(event));
});

/** The page that was open before this was there says so, and is kept too. */
self.addEventListener("message", (event) => {
  const source = event.source;
  if (!source || !("url" in source)) return;
  const url = new URL(source.url);
  const since = turn;
  if (keepable(url) === "page") event.waitUntil(fetch(url, { credentials: "same-origin" }).then((got) => see(url, got, since)));
});
