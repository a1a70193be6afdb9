import { say, text } from "./say";

/** `<button data-copy="text">` or `<button data-copy-from="#id">`: hidden by the page (`hidden`) until here. */
export function wireCopy(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy], [data-copy-from]")) {
    if (navigator.clipboard) button.hidden = false;
  }
  document.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copy], [data-copy-from]");
    if (!button) return;
    const from = button.dataset.copyFrom && document.querySelector<HTMLElement>(button.dataset.copyFrom);
    const value = from ? ((from as HTMLInputElement).value ?? from.textContent ?? "") : (button.dataset.copy ?? "");
    try {
      await navigator.clipboard.writeText(value.trim());
      say(text("copied"));
    } catch {
      // The text stands on the page beside its button; selecting it is the next best thing.
      if (from) getSelection()?.selectAllChildren(from);
    }
  });
}
