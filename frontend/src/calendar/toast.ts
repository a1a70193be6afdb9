import { button } from "../confirm";

/** A line that stays for a while with something to do about it, and waits while somebody looks at it. */
export function offer(message: string, label: string, act: () => void, seconds = 10): void {
  const region = document.querySelector<HTMLElement>(".toasts");
  if (!region) return;
  for (const old of region.querySelectorAll(".toast.offer")) old.remove();
  const toast = document.createElement("p");
  toast.className = "toast offer";
  const text = document.createElement("span");
  text.textContent = message;
  const press = button(label, "btn");
  press.addEventListener("click", () => {
    toast.remove();
    act();
  });
  toast.append(text, press);
  region.append(toast);
  let timer = 0;
  const wait = (): void => void (timer = window.setTimeout(() => toast.remove(), seconds * 1000));
  for (const event of ["mouseenter", "focusin"]) toast.addEventListener(event, () => clearTimeout(timer));
  for (const event of ["mouseleave", "focusout"]) toast.addEventListener(event, wait);
  wait();
}
