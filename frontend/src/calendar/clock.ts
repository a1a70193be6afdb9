/**
 * The clock of one zone. The calendar shows local times of the community as if they were UTC (`2026-04-15T09:00:00`),
 * so that no device's own zone gets in between; what goes to the server is an instant.
 */
export class Clock {
  readonly #format: Intl.DateTimeFormat;

  constructor(readonly zone: string) {
    this.#format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
      hour: "2-digit", minute: "2-digit", second: "2-digit",
    });
  }

  /** What this clock shows at an instant. */
  wall(at: Date): string {
    const part: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(at)) part[type] = value;
    return `${part["year"]!.padStart(4, "0")}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}:${part["second"]}`;
  }

  /** When this clock shows that. What a change of the clock skips is taken as after it. */
  instant(wall: string): string {
    const asUtc = Date.parse(`${wall}Z`);
    const offset = (at: number): number => Date.parse(`${this.wall(new Date(at))}Z`) - at;
    return new Date(asUtc - offset(asUtc - offset(asUtc))).toISOString();
  }

  /** Whether this device's clock shows something else now. */
  differsFromHere(): boolean {
    const now = new Date();
    const here = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
    return here.slice(0, 16) !== this.wall(now).slice(0, 16);
  }
}

/** The day after `day`, or so many days from it. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
