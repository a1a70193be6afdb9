/** What is kept, and what is shown of it without a connection. */

/** Sentences of the server in one language; `{day}` and `{time}` are filled in here. */
export interface Words {
  asItWas: string;
  seen: string;
  title: string;
  notKept: string;
  retry: string;
  kept: string;
}

export interface Kept {
  path: string;
  /** As it stands in the page: HTML. */
  title: string;
  at: string;
}

/** Addresses that carry somebody's token are never kept. */
export function keepable(url: URL): "page" | "answer" | undefined {
  if (/[?&](guest|token|t)=/.test(url.search)) return undefined;
  if (url.pathname === "/" || url.pathname === "/calendar") return "page";
  return url.pathname === "/api/calendar" ? "answer" : undefined;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);
}

function dated(sentence: string, at: string, lang: string): string {
  const then = new Date(at);
  if (Number.isNaN(then.getTime())) return "";
  // Only the British write a day before its month in English, as the pages do.
  const locale = lang === "en" ? "en-GB" : lang;
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }).format(then);
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(then);
  return escaped(sentence).replace("{day}", day).replace("{time}", time);
}

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-inline'; " +
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

/** A page as it was, with a line at its head that says so. */
export async function keptPage(found: Response, lang: string, words: Words): Promise<Response> {
  const line = dated(words.asItWas, found.headers.get("tessera-kept") ?? "", lang);
  const notice = `<div class="flash info offline" role="status"><p>${line}</p><a class="btn" href="">${escaped(words.retry)}</a></div>`;
  const html = (await found.text()).replace(/<main\b[^>]*>/, (main) => main + notice);
  return new Response(html, { headers: HEADERS });
}

export function offlinePage(of: { lang: string; hue: string; styles: string; speech: Words; kept: Kept[] }): Response {
  const { lang, hue, styles, speech, kept } = of;
  const item = (page: Kept) =>
    `<li><a href="${escaped(page.path)}">${page.title}</a>, ${dated(speech.seen, page.at, lang)}</li>`;
  const list = kept.length ? `<h2>${escaped(speech.kept)}</h2><ul>${kept.map(item).join("")}</ul>` : "";
  const html = `<!doctype html>
<html lang="${lang}" style="--accent-h:${hue}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escaped(speech.title)}</title>
<link rel="stylesheet" href="${styles}">
</head>
<body>
<main class="wrap narrow" id="main">
<h1>${escaped(speech.title)}</h1>
<div class="prose">
<p>${escaped(speech.notKept)}</p>
<p><a class="btn primary" href="">${escaped(speech.retry)}</a></p>
${list}
</div>
</main>
</body>
</html>
`;
  return new Response(html, { status: 503, headers: HEADERS });
}
