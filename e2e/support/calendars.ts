import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DAY = 86_400_000;

/** `days` from today, as iCalendar writes a date. */
export function day(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10).replaceAll("-", "");
}

/** `days` from today, as a date field takes it. */
export function isoDay(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

/** Two calendars as their programs export them: Google's with a zone of its own, Apple's with all-day events. */
export function writeCalendars(folder: string): { club: string; holidays: string } {
  mkdirSync(folder, { recursive: true });
  const club = join(folder, "club.ics");
  const holidays = join(folder, "holidays.ics");
  writeFileSync(club, lines(CLUB));
  writeFileSync(holidays, lines(HOLIDAYS));
  return { club, holidays };
}

const lines = (text: string): string => text.trim().replaceAll("\n", "\r\n") + "\r\n";

const CLUB = `
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Moto Club Torino
X-WR-TIMEZONE:Europe/Rome
BEGIN:VTIMEZONE
TZID:Europe/Rome
X-LIC-LOCATION:Europe/Rome
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTSTART;TZID=Europe/Rome:${day(9)}T203000
DTEND;TZID=Europe/Rome:${day(9)}T230000
DTSTAMP:20260101T120000Z
UID:7kukuqrfedlm2f9t0vr0q8hs1k@google.com
CREATED:20260101T120000Z
DESCRIPTION:Portate gli attrezzi.\\nChi viene in moto parcheggia nel cortile\\, 
 non in strada.
LAST-MODIFIED:20260101T120000Z
LOCATION:Sede\\, sala grande
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY:Serata in officina: freni e frizione
TRANSP:OPAQUE
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Rome:${day(20)}T090000
DTEND;TZID=Europe/Rome:${day(20)}T180000
DTSTAMP:20260101T120000Z
UID:1l2m3n4o5p6q7r8s9t0u@google.com
LOCATION:Piazza Castello\\, Torino
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Giro dei laghi: una domenica lunga tra Como\\, Bellagio e la Valsassina 
 con traghetto per Varenna\\, sosta pranzo a Lenno e rientro libero per chi ab
 ita più lontano
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Rome:${day(24)}T100000
DTSTAMP:20260101T120000Z
UID:cancelled-one@google.com
STATUS:CANCELLED
SUMMARY:Mototour della Liberazione
END:VEVENT
BEGIN:VEVENT
SUMMARY:Without a start
DTSTAMP:20260101T120000Z
UID:broken@google.com
END:VEVENT
END:VCALENDAR
`;

const HOLIDAYS = `
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Apple Inc.//macOS 15.3//EN
CALSCALE:GREGORIAN
BEGIN:VEVENT
UID:0F2C7A3E-2B1F-4C4A-9C7B-7A4E5B3D1A10
DTSTAMP:20260101T120000Z
DTSTART;VALUE=DATE:${day(12)}
DTEND;VALUE=DATE:${day(15)}
SUMMARY:Tre giorni sulle Dolomiti
LOCATION:Canazei
END:VEVENT
BEGIN:VEVENT
UID:0F2C7A3E-2B1F-4C4A-9C7B-7A4E5B3D1A11
DTSTAMP:20260101T120000Z
DTSTART;VALUE=DATE:${day(40)}
SUMMARY:أمسية الشعر العربي
END:VEVENT
END:VCALENDAR
`;
