import type { EventContentArg, EventMountArg } from "@fullcalendar/core";
import { type Config, word } from "./config";
import type { EntryProps } from "./server";

/** What is said of an entry beside its title, in words. */
function said(config: Config, props: EntryProps): string[] {
  const parts = [config.kinds[props.kind] ?? ""];
  if (props.status !== "EventScheduled") parts.push(config.statuses[props.status] ?? "");
  if (props.is_private) parts.push(word("private"));
  if (props.occurrence) parts.push(word("repeats"));
  return parts.filter(Boolean);
}

function icon(of: string): Node | null {
  return document.querySelector(of)?.cloneNode(true) ?? null;
}

/** Time, mark of the kind, title; what a colour or a mark says is there in words too. */
export function drawn(arg: EventContentArg): { domNodes: Node[] } {
  const props = arg.event.extendedProps as EntryProps;
  const nodes: Node[] = [];
  const mark = icon(`.cal-kind[data-kind="${CSS.escape(props.kind)}"] svg`);
  if (mark) nodes.push(mark);
  const isList = arg.view.type.startsWith("list");
  if (arg.timeText && !isList) {
    const time = document.createElement("span");
    time.className = "cal-time";
    time.textContent = arg.timeText;
    nodes.push(time);
  }
  const title = document.createElement("span");
  title.className = "cal-title";
  title.dir = "auto";
  title.textContent = arg.event.title;
  nodes.push(title);
  if (props.is_private) {
    const lock = icon("#cal-lock svg");
    if (lock) nodes.push(lock);
  }
  return { domNodes: nodes };
}

/** Colour, how it is named to a screen reader, and what a list has beside the title. */
export function mounted(config: Config, { el, event, view, timeText }: EventMountArg): void {
  const props = event.extendedProps as EntryProps & { color: string };
  el.style.setProperty("--kind", props.color);
  el.classList.toggle("cal-off", props.status === "EventCancelled");
  el.classList.toggle("cal-later", props.status === "EventPostponed");
  const about = said(config, props);
  const day = event.start ? view.calendar.formatDate(event.start, { weekday: "long", day: "numeric", month: "long" }) : "";
  const label = [event.title, day, timeText || (event.allDay ? word("allDay") : ""), props.place ?? "", ...about];
  if (view.type.startsWith("list")) {
    const more = document.createElement("span");
    more.className = "cal-about";
    for (const text of [props.place ?? "", ...about].filter(Boolean)) {
      const part = document.createElement("span");
      part.dir = "auto";
      part.textContent = text;
      more.append(part);
    }
    el.querySelector(".fc-list-event-title")?.append(more);
    return;
  }
  el.setAttribute("aria-label", label.filter(Boolean).join(", "));
  el.title = [event.title, timeText, ...about].filter(Boolean).join(" · ");
}
