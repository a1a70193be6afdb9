/** One box that ticks all of a list: `data-check-all="name"` on its label. */
export function wireTicks(root: ParentNode): void {
  for (const label of root.querySelectorAll<HTMLElement>("[data-check-all]")) {
    const form = label.closest("form");
    const all = label.querySelector<HTMLInputElement>("input");
    const name = label.dataset["checkAll"];
    if (!form || !all || !name) continue;
    label.hidden = false;
    const boxes = (): HTMLInputElement[] => [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
    all.addEventListener("change", () => {
      for (const box of boxes()) box.checked = all.checked;
      all.indeterminate = false;
    });
    form.addEventListener("change", (event) => {
      if (event.target === all) return;
      const ticked = boxes().filter((box) => box.checked).length;
      all.checked = ticked > 0 && ticked === boxes().length;
      all.indeterminate = ticked > 0 && !all.checked;
    });
  }
}
