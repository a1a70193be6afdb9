import { word } from "./config";

/** What stands in a calendar, as `/api/calendar` gives it. */
export interface Entry {
  id: string;
  title: string;
  start: string;
  end?: string;
  allDay: boolean;
  url: string;
  editable: boolean;
  color: string;
  extendedProps: EntryProps;
}

export interface EntryProps {
  occurrence: string | null;
  kind: string;
  status: string;
  priority: string | null;
  category: string | null;
  place: string | null;
  is_private: boolean;
  /** Where it is changed and which version that changes; null: not by this reader. */
  change: string | null;
  version: number | null;
  /** Of a date of a series: whether it differs from the others already. */
  differs: boolean;
}

/** A thing that the server made or changed. */
export interface Made {
  id: string;
  version: number;
  state: string;
}

/** Why something was not done, in the reader's words. */
export class Refused extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** Pages of one answer are few; more than these would be a loop. */
const MOST_PAGES = 50;

/** All entries of a window. */
export async function entriesOf(query: URLSearchParams, signal: AbortSignal): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  let next: string | undefined = `/api/calendar?${query}`;
  for (let page = 0; next && page < MOST_PAGES; page++) {
    const answer: Response = await ask(next, { signal });
    // What begins before a page and reaches into it is on both.
    for (const entry of (await answer.json()) as Entry[]) found.set(entry.id, entry);
    const link: string | undefined = /<([^>]+)>;\s*rel="next"/.exec(answer.headers.get("Link") ?? "")?.[1];
    next = link && new URL(link, location.href).pathname + new URL(link, location.href).search;
  }
  return [...found.values()];
}

/** Sends JSON with the page's token. */
export async function send(method: "POST" | "PATCH", path: string, body: unknown, headers: Record<string, string> = {}): Promise<Made> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
  const answer = await ask(path, {
    method,
    headers: { "Content-Type": "application/json", "X-CSRF-Token": token, ...headers },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Made;
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused(0, word("offline"));
  }
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; errors?: { detail?: string }[] };
  const fields = (problem.errors ?? []).map((error) => error.detail).filter(Boolean);
  throw new Refused(answer.status, fields.join(" ") || problem.detail || word("failed"));
}
