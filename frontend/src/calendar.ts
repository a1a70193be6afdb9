/** The calendar's page alone loads this: FullCalendar, and what makes it ours. */
import "./app";
import { lay } from "./calendar/page";
// After FullCalendar's own, which come with the page.
import "./styles/calendar.css";

lay();
