/** A dialog that is taken away when it closes. */
export function dialogOf(titleText: string, ...parts: Node[]): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "cal-dialog";
  const title = document.createElement("h2");
  title.id = "cal-dialog-title";
  title.textContent = titleText;
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(title, ...parts);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  return dialog;
}

/** An element with its properties and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
