import { plusDays } from "./clock";

const NAMES = ["kinds", "status", "priority", "category", "community", "organiser", "q", "from", "to"];
const LISTS = new Set(["kinds", "status", "priority"]);

/** The form of filters: what it asks for, told on while it is filled in. */
export class Filters {
  readonly #form = document.querySelector<HTMLFormElement>("[data-calendar-filters]");

  constructor(changed: () => void) {
    const form = this.#form;
    if (!form) return;
    let timer = 0;
    const soon = (milliseconds: number): void => {
      clearTimeout(timer);
      timer = window.setTimeout(changed, milliseconds);
    };
    form.addEventListener("input", (event) => soon((event.target as HTMLInputElement).type === "checkbox" ? 0 : 350));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      soon(0);
    });
    document.querySelector("[data-calendar-clear]")?.addEventListener("click", (event) => {
      event.preventDefault();
      for (const field of form.elements) {
        if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = false;
        else if (field instanceof HTMLInputElement && field.type !== "hidden") field.value = "";
        else if (field instanceof HTMLSelectElement) field.value = "";
      }
      soon(0);
    });
  }

  /** As it stands in an address. */
  query(): URLSearchParams {
    const query = new URLSearchParams();
    if (!this.#form) return query;
    const data = new FormData(this.#form);
    for (const name of NAMES) {
      const values = data.getAll(name).map(String).map((value) => value.trim()).filter(Boolean);
      if (values.length) query.set(name, LISTS.has(name) ? values.join(",") : values[0]!);
    }
    return query;
  }

  /** The question for a window of days, as far as the filter reaches into it; the end is exclusive. */
  ask(start: string, end: string): URLSearchParams | null {
    const query = this.query();
    const [from, to] = [query.get("from"), query.get("to")];
    query.delete("from");
    query.delete("to");
    if (from && from > start) start = from;
    if (to && plusDays(to, 1) < end) end = plusDays(to, 1);
    if (start >= end) return null;
    query.set("start", start);
    query.set("end", end);
    return query;
  }
}
