
/** A page that came back with errors begins where the first one is told. */
export function focusFirstError(): void {
  const summary = document.querySelector<HTMLElement>(".errors[tabindex]");
  const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
  (summary ?? field)?.focus();
}

/** `<form data-unsaved>`: leaving with changes that were not saved asks first. */
export function wireUnsaved(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-unsaved]")) {
    const state = (): string => {
      const values = [...new FormData(form)].map(([name, value]) => `${name}=${typeof value === "string" ? value : value.name}`);
      return values.join("\n");
    };
    const before = form.querySelector('[aria-invalid="true"]') ? "" : state();
    let going = false;
    form.addEventListener("submit", () => (going = true));
    addEventListener("pageshow", () => (going = false));
    addEventListener("beforeunload", (event) => {
      if (!going && form.isConnected && state() !== before) event.preventDefault();
    });
  }
}

/** `<textarea data-addresses="#output" data-one="1 address" data-many="{n} addresses">`: counts what was pasted. */
export function wireAddressTally(root: ParentNode): void {
  for (const area of root.querySelectorAll<HTMLTextAreaElement>("textarea[data-addresses]")) {
    const output = document.querySelector<HTMLElement>(area.dataset.addresses ?? "");
    if (!output) continue;
    const count = (): void => {
      const found = area.value.split(/[\s,;<>"']+/).filter((part) => /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(part));
      const n = new Set(found.map((part) => part.toLowerCase())).size;
      output.textContent = n === 0 ? "" : ((n === 1 ? area.dataset.one : area.dataset.many) ?? "").replace("{n}", String(n));
    };
    area.addEventListener("input", count);
    count();
  }
}

/** `<button data-reveal="#id" data-show="Show" data-hide="Hide" hidden>` beside a password. */
export function wirePasswords(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("button[data-reveal]")) {
    const field = document.querySelector<HTMLInputElement>(button.dataset.reveal ?? "");
    if (!field) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const shown = field.type === "text";
      field.type = shown ? "password" : "text";
      button.setAttribute("aria-pressed", String(!shown));
      button.textContent = (shown ? button.dataset.show : button.dataset.hide) ?? "";
      field.focus();
    });
  }
}


/** Shows what belongs to a choice only while it is made: `data-show-for="field value"`, `data-hide-for="field"`. */
export function wireChoices(root: ParentNode): void {
  for (const part of root.querySelectorAll<HTMLElement>("[data-show-for], [data-hide-for]")) {
    const [name, value] = (part.dataset.showFor ?? part.dataset.hideFor ?? "").split(" ");
    const field = part.closest("form")?.elements.namedItem(name ?? "");
    if (!(field instanceof HTMLSelectElement)) continue;
    const look = (): void => {
      part.hidden = value === undefined ? field.value === "" : field.value !== value;
    };
    field.addEventListener("change", look);
    look();
  }
}
