import { text } from "./say";

/**
 * `data-confirm="What will happen, and to whom"` on a form's button: asks in a dialog before the form goes.
 * Without scripts the server shows its own page that asks; with them the form says `confirmed=yes` itself.
 */
export function wireConfirm(): void {
  document.addEventListener("submit", (event) => {
    const submitter = event.submitter as HTMLButtonElement | null;
    const question = submitter?.dataset.confirm;
    const form = event.target as HTMLFormElement;
    if (!question || !submitter || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(question, submitter).then((yes) => {
      if (!yes) return;
      form.dataset.confirmed = "yes";
      if (!form.elements.namedItem("confirmed")) {
        const field = document.createElement("input");
        field.type = "hidden";
        field.name = "confirmed";
        field.value = "yes";
        form.append(field);
      }
      form.requestSubmit(submitter);
      delete form.dataset.confirmed;
    });
  }, true);
}

function ask(question: string, submitter: HTMLButtonElement): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "confirm-title");
  const title = document.createElement("h2");
  title.id = "confirm-title";
  title.textContent = submitter.dataset.confirmTitle ?? submitter.textContent?.trim() ?? "";
  const words = document.createElement("p");
  words.textContent = question;
  const actions = document.createElement("p");
  actions.className = "actions";
  actions.style.marginTop = "20px";
  const yes = button(submitter.textContent?.trim() ?? "", "btn primary" + (submitter.classList.contains("danger") ? " danger" : ""));
  const no = button(text("cancel"), "btn");
  actions.append(yes, no);
  dialog.append(title, words, actions);
  document.body.append(dialog);
  return new Promise((resolve) => {
    yes.addEventListener("click", () => dialog.close("yes"));
    no.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      const answer = dialog.returnValue === "yes";
      dialog.remove();
      if (!answer) submitter.focus();
      resolve(answer);
    });
    dialog.showModal();
    no.focus();
  });
}

export function button(label: string, className: string): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = label;
  return element;
}
