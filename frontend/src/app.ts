/**
 * What the browser adds to pages that already work without it. Each piece finds its elements by a data attribute,
 * so pages say in their HTML what they want and need no script of their own; after htmx puts something new on the
 * page, the pieces look at that part again.
 */
import "./styles/index.css";
import htmx from "htmx.org";
import { wireConfirm } from "./confirm";
import { wireCopy } from "./copy";
import { focusFirstError, wireAddressTally, wireChoices, wirePasswords, wireUnsaved } from "./forms";
import { wireKeys } from "./keys";
import { wireLive } from "./live";
import { wireMaps } from "./map";
import { wirePhone } from "./phone";
import { wireTicks } from "./ticks";
import { wireZones } from "./zones";

function wire(root: ParentNode): void {
  wireAddressTally(root);
  wireChoices(root);
  wireMaps(root);
  wirePasswords(root);
  wireTicks(root);
  wireUnsaved(root);
  wireZones(root);
}

const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content;
document.addEventListener("htmx:configRequest", (event) => {
  const { headers } = (event as CustomEvent<{ headers: Record<string, string> }>).detail;
  if (token) headers["X-CSRF-Token"] = token;
});
htmx.onLoad((element) => {
  if (element instanceof Element && element !== document.body) wire(element);
});

/** A link to a part of the page that is folded up unfolds it. */
function unfold(): void {
  const part = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (!(part instanceof HTMLDetailsElement)) return;
  part.open = true;
  part.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
}

wire(document);
addEventListener("hashchange", unfold);
unfold();
wireCopy();
wireConfirm();
wireKeys();
wirePhone();
wireLive();
focusFirstError();
