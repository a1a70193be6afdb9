import { say } from "../say";
import { word } from "./config";

const FAR = 60;
const PULLED = 90;

/** On a touch screen: swiping pages, pulling down at the top of the page reads the calendar again. */
export function wireTouch(root: HTMLElement, page: (forward: boolean) => void, refresh: () => Promise<void>): void {
  const hint = document.createElement("p");
  hint.className = "cal-pull";
  hint.textContent = word("pull");
  hint.setAttribute("aria-hidden", "true");
  hint.hidden = true;
  root.before(hint);
  let from: { x: number; y: number; at: number; top: boolean } | null = null;
  root.addEventListener("touchstart", (event) => {
    const touch = event.touches[0];
    // Whatever is being dragged or scrolled within is not the page.
    const isOwn = (event.target as Element).closest(".fc-event-selected, .fc-timegrid .fc-scroller-liquid-absolute .fc-timegrid-now-indicator-line");
    from = touch && event.touches.length === 1 && !isOwn ? { x: touch.clientX, y: touch.clientY, at: event.timeStamp, top: scrollY <= 0 } : null;
  }, { passive: true });
  root.addEventListener("touchmove", (event) => {
    const touch = event.touches[0];
    if (!from?.top || !touch || isDragging()) return;
    const down = touch.clientY - from.y;
    hint.hidden = down < 24 || Math.abs(touch.clientX - from.x) > down;
    hint.classList.toggle("far", down > PULLED);
  }, { passive: true });
  root.addEventListener("touchend", async (event) => {
    const touch = event.changedTouches[0];
    const began = from;
    from = null;
    hint.hidden = true;
    if (!began || !touch || isDragging()) return;
    const [x, y] = [touch.clientX - began.x, touch.clientY - began.y];
    if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y) && event.timeStamp - began.at < 700) page(x < 0);
    else if (began.top && scrollY <= 0 && y > PULLED && y > 2 * Math.abs(x)) {
      await refresh();
      say(word("refreshed"));
    }
  }, { passive: true });
  root.addEventListener("touchcancel", () => {
    from = null;
    hint.hidden = true;
  });
}

function isDragging(): boolean {
  return document.querySelector(".fc-event-mirror, .fc-event-dragging, .fc-event-resizing, .fc-highlight") !== null;
}
