import "./app";
import "./styles/calendar.css";
import { lay } from "./calendar/page";

lay();
