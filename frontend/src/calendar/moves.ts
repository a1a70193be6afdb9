import type { Calendar, EventApi, EventDropArg } from "@fullcalendar/core";
import type { EventResizeDoneArg } from "@fullcalendar/interaction";
import { button } from "../confirm";
import { say } from "../say";
import type { Clock } from "./clock";
import { word } from "./config";
import { dialogOf, make } from "./dialog";
import { type EntryProps, type Made, Refused, send } from "./server";
import { offer } from "./toast";

type Scope = "this" | "this_and_future" | "all";

interface Times {
  all_day?: boolean;
  starts_at: string;
  ends_at: string | null;
}

/** Moves entries as they are dragged, and takes the last move back. */
export class Moves {
  #undo: (() => Promise<void>) | undefined;

  constructor(readonly calendar: Calendar, readonly clock: Clock) {
    document.addEventListener("keydown", (event) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (!isUndo || !this.#undo || (event.target as Element).closest("input, textarea, select, dialog")) return;
      event.preventDefault();
      void this.undo();
    });
  }

  async move(dragged: EventDropArg | EventResizeDoneArg): Promise<void> {
    const { event, oldEvent } = dragged;
    const props = event.extendedProps as EntryProps;
    const scope = await scopeOf(props);
    if (!props.change || scope === null) return dragged.revert();
    const changedSort = event.allDay !== oldEvent.allDay;
    const to = this.#times(event, changedSort);
    const back = this.#times(oldEvent, changedSort);
    try {
      const made = await send("PATCH", address(props.change, scope, props.occurrence), to, { "If-Match": `"${props.version}"` });
      this.#remember(props, scope, made, to, back);
      offer(word("moved", { title: event.title, when: this.#when(event) }), word("undo"), () => void this.undo());
    } catch (error) {
      dragged.revert();
      say(error instanceof Refused ? error.message : word("failed"));
      if (!(error instanceof Refused)) console.error(error);
    }
    this.calendar.refetchEvents();
  }

  async undo(): Promise<void> {
    const undo = this.#undo;
    this.#undo = undefined;
    document.querySelector(".toast.offer")?.remove();
    try {
      await undo?.();
      say(word("undone"));
    } catch (error) {
      say(error instanceof Refused ? error.message : word("failed"));
    }
    this.calendar.refetchEvents();
  }

  #remember(props: EntryProps, scope: Scope | undefined, made: Made, to: Times, back: Times): void {
    // The answer names what was changed: a date that differs now, or the series that begins with it.
    const path = (props.change ?? "").replace(/[^/]+$/, made.id);
    const named = scope === undefined || scope === "this" ? props.occurrence : to.starts_at;
    const wide = scope === "this_and_future" ? "all" : scope;
    this.#undo = async () => {
      await send("PATCH", address(path, wide, named), back, { "If-Match": `"${made.version}"` });
    };
  }

  #times(event: EventApi, saysSort: boolean): Times {
    const sort = saysSort ? { all_day: event.allDay } : {};
    if (event.allDay) {
      return { ...sort, starts_at: event.startStr.slice(0, 10), ends_at: event.endStr ? event.endStr.slice(0, 10) : null };
    }
    const wall = (at: Date): string => at.toISOString().slice(0, 19);
    const hourLater = saysSort && event.start ? new Date(event.start.getTime() + 3_600_000) : null;
    const end = event.end ?? hourLater;
    return { ...sort, starts_at: this.clock.instant(wall(event.start!)), ends_at: end && this.clock.instant(wall(end)) };
  }

  #when(event: EventApi): string {
    const day = { weekday: "long", day: "numeric", month: "long" } as const;
    return this.calendar.formatDate(event.start!, event.allDay ? day : { ...day, hour: "numeric", minute: "2-digit" });
  }
}

function address(path: string, scope: Scope | undefined, occurrence: string | null): string {
  if (scope === undefined) return path;
  const query = new URLSearchParams({ scope });
  if (occurrence) query.set("occurrence", occurrence);
  return `${path}?${query}`;
}

/** How much of a series is meant; undefined: it is none, null: nothing after all. */
async function scopeOf(props: EntryProps): Promise<Scope | undefined | null> {
  if (!props.occurrence) return undefined;
  // A date that differs stands for itself: its series is somewhere else.
  if (props.differs) return "this";
  const choices: [Scope, string][] = [["this", "scopeThis"], ["this_and_future", "scopeFollowing"], ["all", "scopeAll"]];
  const actions = make("div", { className: "cal-choices" });
  const dialog = dialogOf(word("scope"), actions);
  for (const [scope, name] of choices) {
    const press = button(word(name), "btn");
    press.addEventListener("click", () => dialog.close(scope));
    actions.append(press);
  }
  const no = button(word("cancel"), "btn quiet");
  no.addEventListener("click", () => dialog.close());
  actions.append(no);
  return await new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve((dialog.returnValue || null) as Scope | null));
    dialog.showModal();
  });
}
