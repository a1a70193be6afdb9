import type { Calendar } from "@fullcalendar/core";
import { button } from "../confirm";
import { say } from "../say";
import { plusDays } from "./clock";
import { type Config, type Make, word } from "./config";
import { dialogOf, make } from "./dialog";
import { Refused, send } from "./server";

/** What was pointed at: local times of the community, an end that is exclusive. */
export interface Pointed {
  start: string;
  end?: string;
  allDay: boolean;
}

let count = 0;

function labelled(text: string, control: HTMLElement): HTMLElement {
  control.id ||= `cal-field-${count++}`;
  return make("div", { className: "field" }, make("label", { htmlFor: control.id }, text), control);
}

/** The few things that make an entry; "more" leads to its whole form with what was typed. */
export function create(calendar: Calendar, config: Config, pointed: Pointed): void {
  const first = config.makes[0];
  if (!first || document.querySelector("dialog[open]")) return;
  const before = document.activeElement as HTMLElement | null;
  const timed = !pointed.allDay && pointed.start.length > 10;
  const day = pointed.start.slice(0, 10);
  // The page speaks of the last day, the interface of the one after it.
  const end = pointed.end?.slice(0, 10) ?? day;
  const last = pointed.allDay && end > day ? plusDays(end, -1) : end;
  const title = make("input", { type: "text", required: true, maxLength: 255, autocomplete: "off" });
  const date = make("input", { type: "date", required: true, value: day });
  const begins = make("input", { type: "time", value: timed ? pointed.start.slice(11, 16) : "" });
  const ends = make("input", { type: "time", value: timed ? (pointed.end?.slice(11, 16) ?? "") : "" });
  const whole = make("input", { type: "checkbox", checked: pointed.allDay && last > day });
  const kind = make("select", {}, ...config.makes.map((one) => make("option", { value: one.kind }, one.label)));
  const fault = make("p", { className: "error", hidden: true });
  fault.setAttribute("role", "alert");
  const times = make("div", { className: "pair" }, labelled(word("begins"), begins), labelled(word("ends"), ends));
  const look = (): void => {
    times.hidden = whole.checked;
    begins.required = !whole.checked;
  };
  whole.addEventListener("change", look);
  look();
  const yes = make("button", { type: "submit", className: "btn primary" }, word("create"));
  const more = button(word("more"), "btn");
  const no = button(word("cancel"), "btn quiet");
  const form = make(
    "form",
    { className: "stack tight" },
    labelled(word("title"), title),
    labelled(word("day"), date),
    times,
    make("label", { className: "choice" }, whole, make("span", {}, word("wholeDays"))),
  );
  if (config.makes.length > 1) form.append(labelled(word("kind"), kind));
  form.append(fault, make("p", { className: "actions" }, yes, more, no));
  const dialog = dialogOf(word("newOn", { day: calendar.formatDate(`${day}T00:00:00Z`, { weekday: "long", day: "numeric", month: "long" }) }), form);
  const chosen = (): Make => config.makes.find((one) => one.kind === kind.value) ?? first;
  const lastDay = (): string => (last > day ? plusDays(date.value, daysBetween(day, last)) : date.value);
  dialog.addEventListener("close", () => before?.focus());
  no.addEventListener("click", () => dialog.close());
  more.addEventListener("click", () => {
    const values: Record<string, string> = {
      kind: chosen().kind, title: title.value, day: date.value,
      start_time: whole.checked ? "" : begins.value, end_time: whole.checked ? "" : ends.value,
      end_date: lastDay() > date.value ? lastDay() : "", all_day: whole.checked ? "yes" : "",
    };
    const given = Object.entries(values).filter(([, value]) => value);
    location.assign(`${chosen().page}?${new URLSearchParams(given)}`);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    yes.disabled = true;
    const local = (on: string, at: string): string => (at ? `${on}T${at}` : on);
    const body = whole.checked
      ? { all_day: true, starts_at: date.value, ends_at: plusDays(lastDay(), 1) }
      : { all_day: false, starts_at: local(date.value, begins.value), ends_at: ends.value ? local(lastDay(), ends.value) : null };
    try {
      const made = await send("POST", chosen().api, { kind: chosen().kind, title: title.value, ...body });
      dialog.close();
      say(word(made.state === "published" ? "created" : "createdUnseen"));
      calendar.refetchEvents();
    } catch (error) {
      fault.textContent = error instanceof Refused ? error.message : word("failed");
      fault.hidden = false;
      yes.disabled = false;
    }
  });
  dialog.showModal();
  title.focus();
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
