import { Calendar, type CalendarOptions, type EventInput } from "@fullcalendar/core";
import dayGrid from "@fullcalendar/daygrid";
import interaction from "@fullcalendar/interaction";
import list from "@fullcalendar/list";
import multiMonth from "@fullcalendar/multimonth";
import timeGrid from "@fullcalendar/timegrid";
import { say } from "../say";
import { Clock } from "./clock";
import { type Config, isSmall, readConfig, word } from "./config";
import { mark } from "./dots";
import { drawn, mounted } from "./entry";
import { Filters } from "./filters";
import { wireGrid } from "./grid";
import { Moves } from "./moves";
import { create } from "./quick";
import { type Entry, entriesOf, Refused } from "./server";
import { wireTouch } from "./touch";

/** Our names of views, as they stand in addresses, and FullCalendar's. */
const VIEWS: Record<string, string> = {
  month: "dayGridMonth", weeks: "weeks", week: "timeGridWeek", day: "timeGridDay", list: "listMonth", year: "multiMonthYear",
};
const MOST_OF_A_DAY = 5;
const MORNING = "07:30:00";
/** What was read longer ago is read again when somebody comes back to the page. */
const STALE_MILLISECONDS = 60_000;

/** Lays the calendar over the month and the list that the page already has. */
export function lay(): void {
  const root = document.querySelector<HTMLElement>("[data-calendar]");
  if (!root) return;
  const config = readConfig(root);
  const clock = new Clock(config.zone);
  const now = (): string => clock.wall(new Date());
  const filters = new Filters(() => {
    const from = filters.query().get("from");
    // Days that are out of sight are gone to.
    if (from && (from >= day(calendar.view.activeEnd) || from < day(calendar.view.activeStart))) calendar.gotoDate(from);
    calendar.refetchEvents();
    keepAddress();
  });
  let read = Promise.resolve();
  let readAt = 0;
  let asking = new AbortController();

  async function entries(start: string, end: string): Promise<EventInput[]> {
    const query = filters.ask(start.slice(0, 10), end.slice(0, 10));
    asking.abort();
    asking = new AbortController();
    if (!query) return [];
    const found = await entriesOf(query, asking.signal);
    readAt = Date.now();
    return found.map((entry) => shown(entry, clock));
  }

  const usual = isSmall() ? "list" : "month";
  const address = new URLSearchParams(location.search);
  const asked = VIEWS[address.get("view") ?? ""];
  const calendar: Calendar = new Calendar(root, {
    ...options(config),
    plugins: [dayGrid, timeGrid, list, multiMonth, interaction],
    initialView: asked ?? VIEWS[usual],
    initialDate: config.date,
    now,
    events: (window, done, failed) => {
      const reading = entries(window.startStr, window.endStr);
      read = reading.then(() => undefined, () => undefined);
      reading.then(done, (error: Error) => {
        if (error.name === "AbortError") return;
        failed(error);
        say(error instanceof Refused ? error.message : word("failed"));
      });
    },
    eventsSet: (events) => mark(root, events),
    eventDrop: (dragged) => void moves.move(dragged),
    eventResize: (dragged) => void moves.move(dragged),
    select: (span) => {
      calendar.unselect();
      if (viewName() === "year") return calendar.changeView("timeGridDay", span.start);
      create(calendar, config, { start: span.startStr.slice(0, 19), end: span.endStr.slice(0, 19), allDay: span.allDay });
    },
    dateClick: (press) => {
      // With a mouse the same press selects; a tap on a phone's small day looks into it first.
      const byTouch = press.jsEvent.type.startsWith("touch");
      if (isSmall() && press.allDay) calendar.changeView("timeGridDay", press.dateStr);
      else if (byTouch && config.makes.length) create(calendar, config, { start: press.dateStr.slice(0, 19), allDay: press.allDay });
      else if (!config.makes.length && press.allDay) calendar.changeView("timeGridDay", press.dateStr);
    },
    datesSet: () => {
      showPlace();
      keepAddress();
      mark(root, calendar.getEvents());
      // Hours scroll in themselves; whatever has days grows with them.
      const height = calendar.view.type.startsWith("timeGrid") ? Math.max(480, Math.min(760, innerHeight - 240)) : "auto";
      if (calendar.getOption("height") === height) return;
      calendar.setOption("height", height);
      if (height !== "auto") requestAnimationFrame(() => calendar.scrollToTime(MORNING));
    },
  });
  const moves = new Moves(calendar, clock);

  const viewName = (): string => Object.keys(VIEWS).find((name) => VIEWS[name] === calendar.view.type) ?? "month";

  function showPlace(): void {
    const title = document.querySelector<HTMLElement>("[data-calendar-title]");
    const text = calendar.view.title;
    if (title) title.textContent = text.charAt(0).toLocaleUpperCase(config.locale) + text.slice(1);
    for (const press of document.querySelectorAll<HTMLElement>("[data-view]")) {
      press.setAttribute("aria-pressed", String(press.dataset.view === viewName()));
    }
  }

  /** What is seen can be kept as a bookmark and saved as a filter. */
  function keepAddress(): void {
    const query = filters.query();
    const isFiltered = [...query.keys()].length > 0;
    const saved = new URLSearchParams(query);
    saved.set("view", viewName());
    // The address of who changed nothing stays as it is.
    if (viewName() !== usual) query.set("view", viewName());
    const date = day(calendar.getDate());
    if (date !== now().slice(0, 10)) query.set("date", date);
    const search = query.size ? `?${query}` : "";
    history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
    const field = document.querySelector<HTMLInputElement>("[data-calendar-query]");
    if (field) field.value = saved.toString();
    const clear = document.querySelector<HTMLElement>("[data-calendar-clear]");
    if (clear) clear.hidden = !isFiltered;
    const plain = document.querySelector<HTMLAnchorElement>("[data-calendar-to-plain]");
    if (plain) {
      query.set("plain", "yes");
      plain.href = `${location.pathname}?${query}`;
    }
  }

  const begin = (day: string): void => {
    if (config.makes.length) create(calendar, config, { start: day, allDay: true });
    else calendar.changeView("timeGridDay", day);
  };
  const go: Record<string, () => void> = {
    prev: () => calendar.prev(),
    next: () => calendar.next(),
    today: () => calendar.today(),
    new: () => begin(inSight(calendar, now().slice(0, 10))),
  };
  for (const press of document.querySelectorAll<HTMLElement>("[data-go]")) {
    press.addEventListener("click", () => go[press.dataset.go ?? ""]?.());
  }
  for (const press of document.querySelectorAll<HTMLElement>("[data-view]")) {
    press.addEventListener("click", () => calendar.changeView(VIEWS[press.dataset.view ?? ""] ?? "dayGridMonth"));
  }
  for (const part of document.querySelectorAll<HTMLElement>("[data-calendar-plain]")) part.hidden = true;
  for (const part of document.querySelectorAll<HTMLElement>("[data-calendar-bar], [data-calendar-to-plain]")) part.hidden = false;
  const zone = document.querySelector<HTMLElement>("[data-calendar-zone]");
  if (zone && clock.differsFromHere()) zone.hidden = false;
  root.hidden = false;
  calendar.render();
  wireGrid(root, calendar, () => now().slice(0, 10), begin);
  wireTouch(root, (forward) => (forward ? calendar.next() : calendar.prev()), async () => {
    calendar.refetchEvents();
    await read;
  });
  // On paper nothing can be unfolded.
  addEventListener("beforeprint", () => calendar.setOption("dayMaxEvents", false));
  addEventListener("afterprint", () => calendar.setOption("dayMaxEvents", MOST_OF_A_DAY));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - readAt > STALE_MILLISECONDS) calendar.refetchEvents();
  });
}

const day = (at: Date): string => at.toISOString().slice(0, 10);

/** Today where it is in sight, else the first day that is. */
function inSight(calendar: Calendar, today: string): string {
  const [first, after] = [day(calendar.view.currentStart), day(calendar.view.currentEnd)];
  return today >= first && today < after ? today : first;
}

/** An entry as FullCalendar takes it, on the community's clock. Its groups would be dragged as one: they stay out. */
function shown(entry: Entry, clock: Clock): EventInput {
  const at = (text: string | undefined): string | undefined => (text && !entry.allDay ? clock.wall(new Date(text)) : text);
  const { id, title, allDay, url } = entry;
  const editable = entry.editable && entry.extendedProps.change !== null;
  return {
    id, title, allDay, url, editable, start: at(entry.start), end: at(entry.end),
    extendedProps: { ...entry.extendedProps, color: entry.color },
  };
}

function options(config: Config): CalendarOptions {
  const canMake = config.makes.length > 0;
  return {
    timeZone: "UTC",
    // Without a country it would be the American order of day and month.
    locale: config.locale === "en" ? "en-GB" : config.locale,
    firstDay: 1,
    headerToolbar: false,
    height: "auto",
    stickyHeaderDates: false,
    windowResizeDelay: 0,
    eventDisplay: "block",
    dayMaxEvents: MOST_OF_A_DAY,
    eventTimeFormat: { hour: "numeric", minute: "2-digit", hour12: false },
    slotLabelFormat: { hour: "numeric", minute: "2-digit", hour12: false },
    selectable: canMake,
    selectMirror: true,
    unselectAuto: true,
    nowIndicator: true,
    navLinks: true,
    navLinkHint: (text) => word("goTo", { day: text }),
    navLinkDayClick: "timeGridDay",
    navLinkWeekClick: "timeGridWeek",
    eventResizableFromStart: true,
    longPressDelay: 400,
    allDayText: word("allDay"),
    noEventsText: word("none"),
    closeHint: word("close"),
    moreLinkText: (count) => `+${count}`,
    moreLinkHint: (count) => word("moreThatDay", { count: String(count) }),
    moreLinkClick: "popover",
    eventContent: drawn,
    eventDidMount: (arg) => mounted(config, arg),
    views: {
      dayGrid: { fixedWeekCount: false, monthStartFormat: { day: "numeric", month: "short" } },
      weeks: { type: "dayGrid", duration: { weeks: 4 } },
      multiMonth: { multiMonthMinWidth: 280, fixedWeekCount: false },
      timeGrid: { scrollTime: MORNING, slotEventOverlap: false, expandRows: true },
      timeGridWeek: { dayHeaderFormat: { weekday: "short", day: "numeric" } },
      list: { listDaySideFormat: false, listDayFormat: { weekday: "long", day: "numeric", month: "long" } },
    },
  };
}
