import type { Calendar } from "@fullcalendar/core";
import { plusDays } from "./clock";

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const DAYS = ".fc-daygrid-day[data-date]:not(.fc-timegrid .fc-daygrid-day), .fc-timegrid-col[data-date]";

/**
 * The keys within the calendar: arrows go from day to day, also over its edge; Enter does with a day what a press does.
 * One day can be reached by Tab, the others from it.
 */
export function wireGrid(root: HTMLElement, calendar: Calendar, today: () => string, open: (day: string) => void): void {
  const day = (date: string): HTMLElement | null =>
    [...root.querySelectorAll<HTMLElement>(DAYS)].find((cell) => cell.dataset.date === date && !cell.classList.contains("fc-day-disabled")) ?? null;
  const rove = (to: HTMLElement | null): void => {
    for (const cell of root.querySelectorAll<HTMLElement>(DAYS)) cell.tabIndex = cell === to ? 0 : -1;
  };
  const settle = (): void => rove(day(today()) ?? root.querySelector<HTMLElement>(DAYS));
  calendar.on("datesSet", () => requestAnimationFrame(settle));
  requestAnimationFrame(settle);
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (target.closest(".fc-list")) return alongList(root, target, event);
    const cell = target.closest<HTMLElement>(DAYS);
    const date = cell?.dataset.date;
    if (!cell || !date) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      if (cell.matches(".fc-timegrid-col") && Math.abs(step) === 7) return;
      event.preventDefault();
      event.stopPropagation();
      const to = plusDays(date, step);
      if (!day(to)) calendar.gotoDate(to);
      requestAnimationFrame(() => requestAnimationFrame(() => {
        rove(day(to));
        day(to)?.focus();
      }));
    } else if ((event.key === "Enter" || event.key === " ") && target === cell) {
      event.preventDefault();
      open(date);
    }
  });
}

function alongList(root: HTMLElement, target: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const links = [...root.querySelectorAll<HTMLElement>(".fc-list-event a")];
  const next = links[links.indexOf(target) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
