import type { EventApi } from "@fullcalendar/core";
import { plusDays } from "./clock";
import type { EntryProps } from "./server";

const MOST = 4;

/**
 * Days with dots for what is on them, where there is no room for titles: the months of a year, and a month on a phone
 * (the styles show either dots or entries). Screen readers hear the titles.
 */
export function mark(root: HTMLElement, events: EventApi[]): void {
  const on = new Map<string, EventApi[]>();
  for (const event of [...events].sort((a, b) => Number(a.start) - Number(b.start))) {
    const first = event.startStr.slice(0, 10);
    // An end is exclusive; an instant before midnight is still the day before.
    const last = event.end ? new Date(event.end.getTime() - 1).toISOString().slice(0, 10) : first;
    for (let day = first, count = 0; day <= last && count < 400; day = plusDays(day, 1), count++) {
      on.set(day, [...(on.get(day) ?? []), event]);
    }
  }
  for (const cell of root.querySelectorAll<HTMLElement>(".fc-daygrid-day[data-date]")) {
    const frame = cell.querySelector(".fc-daygrid-day-frame");
    frame?.querySelector(".cal-dots")?.remove();
    const found = on.get(cell.dataset.date ?? "");
    if (!frame || !found || cell.classList.contains("fc-day-disabled")) continue;
    const dots = document.createElement("span");
    dots.className = "cal-dots";
    for (const event of found.slice(0, MOST)) {
      const { color, status } = event.extendedProps as EntryProps & { color: string };
      const dot = document.createElement("i");
      dot.style.setProperty("--kind", color);
      dot.classList.toggle("off", status === "EventCancelled");
      dots.append(dot);
    }
    const words = document.createElement("span");
    words.className = "visually-hidden";
    words.textContent = found.map((event) => event.title).join(", ");
    dots.append(found.length > MOST ? `+${found.length - MOST}` : "", words);
    frame.append(dots);
  }
}
