/**
 * The map of a place: nothing is asked of anybody until the button is pressed, and the page says before whom the tiles
 * are asked of. Without scripts the way to the place is a link.
 */

async function show(place: HTMLElement): Promise<void> {
  const { lat, lon, tiles, attribution, label, name, zoomIn, zoomOut } = place.dataset;
  const { draw } = await import("./map/draw");
  const frame = document.createElement("div");
  frame.className = "map-frame";
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", name ?? "");
  frame.tabIndex = -1;
  place.replaceChildren(frame);
  draw(frame, {
    at: [Number(lat), Number(lon)],
    tiles: tiles ?? "",
    attribution: attribution ?? "",
    label: label ?? "",
    zoomIn: zoomIn ?? "",
    zoomOut: zoomOut ?? "",
  });
  frame.focus();
}

export function wireMaps(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>("[data-map]")) {
    place.hidden = false;
    place.querySelector("button")?.addEventListener("click", () => void show(place), { once: true });
  }
}
