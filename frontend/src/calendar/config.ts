/** What the page tells its script, as JSON in `data-calendar`. */
export interface Make {
  kind: string;
  label: string;
  /** Takes `POST {kind, title, starts_at, ends_at, all_day}`. */
  api: string;
  /** The whole form. */
  page: string;
}

export interface Config {
  locale: string;
  /** The community's zone: its clock is shown, whatever the reader's is. */
  zone: string;
  /** The day that the address asks for, else today. */
  date: string;
  makes: Make[];
  kinds: Record<string, string>;
  statuses: Record<string, string>;
  words: Record<string, string>;
}

let words: Record<string, string> = {};

export function readConfig(root: HTMLElement): Config {
  const config = JSON.parse(root.dataset.calendar ?? "{}") as Config;
  words = config.words;
  return config;
}

/** A text of the page's language, `{name}` filled in. */
export function word(name: string, values: Record<string, string> = {}): string {
  return (words[name] ?? "").replace(/\{(\w+)\}/g, (mark, key: string) => values[key] ?? mark);
}

/** Where there is room for a list and dots only. */
export const isSmall = (): boolean => matchMedia("(max-width: 720px)").matches;
