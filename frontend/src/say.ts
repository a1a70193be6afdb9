/** Texts of the scripts: the page carries them, in its language, as data attributes of the body. */
export function text(name: "copied" | "close" | "keys" | "keysOn" | "cancel"): string {
  return document.body.dataset[name] ?? "";
}

/** Shows a line for a moment, in a live region that screen readers read out. */
export function say(message: string): void {
  const region = document.querySelector<HTMLElement>(".toasts");
  if (!region || !message) return;
  const toast = document.createElement("p");
  toast.className = "toast";
  toast.textContent = message;
  region.append(toast);
  setTimeout(() => toast.remove(), 4000);
}
