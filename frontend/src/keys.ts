import { button } from "./confirm";
import { text } from "./say";

/**
 * Keys for those who like them: `?` lists them, `/` goes to the search, `c` creates, `g` then a letter goes to a
 * place. A link says its keys itself: `data-key="g a"`. Letters alone are shortcuts only outside of fields, and
 * somebody can turn them off in that list (WCAG 2.2, 2.1.4).
 */
const OFF = "tessera-keys-off";
const SHOWN: Record<string, string> = { ArrowLeft: "←", ArrowRight: "→" };

export function wireKeys(): void {
  let before = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if ((event.target as Element).closest("input, textarea, select, dialog, [contenteditable]")) return;
    if (event.key === "?") return list();
    if (localStorage.getItem(OFF)) return;
    const keys = before ? `${before} ${event.key}` : event.key;
    const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(keys).replace(/\\ /g, " ")}"]`);
    before = !before && event.key === "g" ? "g" : "";
    if (before) setTimeout(() => (before = ""), 1200);
    if (!target) return;
    event.preventDefault();
    if (target instanceof HTMLInputElement) target.focus();
    else target.click();
  });
}

function list(): void {
  if (document.querySelector("dialog[open]")) return;
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "keys-title");
  const title = document.createElement("h2");
  title.id = "keys-title";
  title.textContent = text("keys");
  const terms = document.createElement("dl");
  terms.className = "terms";
  const seen = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const keys = element.dataset.key ?? "";
    if (seen.has(keys)) continue;
    seen.add(keys);
    const term = document.createElement("dt");
    for (const key of keys.split(" ")) {
      const shown = document.createElement("kbd");
      shown.textContent = SHOWN[key] ?? key;
      term.append(shown, " ");
    }
    const what = document.createElement("dd");
    what.textContent = element.dataset.keyName ?? element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
    terms.append(term, what);
  }
  const off = document.createElement("label");
  off.className = "choice";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = !localStorage.getItem(OFF);
  box.addEventListener("change", () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  off.append(box, text("keysOn"));
  const close = button(text("close"), "btn");
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, terms, off, close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
