/**
 * `<p data-zone-for="#timezone" data-zone-text="Your device says {zone}." hidden><span></span> <button>Use it</button></p>`
 *
 * The device's zone is offered where it differs from the one in the form, and taken only when asked to.
 */
export function wireZones(root: ParentNode): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const offer of root.querySelectorAll<HTMLElement>("[data-zone-for]")) {
    const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(offer.dataset.zoneFor ?? "");
    const words = offer.querySelector("span");
    const button = offer.querySelector("button");
    if (!field || !words || !button || !zone) continue;
    const known = !(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === zone);
    const look = (): void => {
      offer.hidden = !known || field.value === zone;
    };
    words.textContent = (offer.dataset.zoneText ?? "").replace("{zone}", zone.replaceAll("_", " "));
    button.addEventListener("click", () => {
      field.value = zone;
      look();
      field.focus();
    });
    field.addEventListener("input", look);
    look();
  }
}
