/**
 * What the browser adds to pages that already work without it. Each piece finds its elements by a data attribute,
 * so pages say in their HTML what they want and need no script of their own; after htmx puts something new on the
 * page, the pieces look at that part again.
 */
import "./styles/index.css";
import htmx from "htmx.org";
import { wireConfirm } from "./confirm";
import { wireCopy } from "./copy";
import { focusFirstError, wireAddressTally, wirePasswords, wireUnsaved } from "./forms";
import { wireKeys } from "./keys";
import { wireZones } from "./zones";

function wire(root: ParentNode): void {
  wireAddressTally(root);
  wirePasswords(root);
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

wire(document);
wireCopy();
wireConfirm();
wireKeys();
focusFirstError();
