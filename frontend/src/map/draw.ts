/** Leaflet, loaded only when somebody wants to see a map. */
import "leaflet/dist/leaflet.css";
import { Map as LeafletMap, circleMarker, control, tileLayer } from "leaflet";

export interface Place {
  at: [number, number];
  tiles: string;
  attribution: string;
  label: string;
  zoomIn: string;
  zoomOut: string;
}

export function draw(frame: HTMLElement, place: Place): void {
  const map = new LeafletMap(frame, { zoomControl: false, attributionControl: false });
  control.zoom({ zoomInTitle: place.zoomIn, zoomOutTitle: place.zoomOut }).addTo(map);
  const credit = document.createElement("span");
  credit.textContent = place.attribution;
  control.attribution({ prefix: false }).addAttribution(credit.outerHTML).addTo(map);
  // Whoever gives tiles away wants to know for which site, and not for which page.
  tileLayer(place.tiles, { maxZoom: 19, referrerPolicy: "strict-origin" }).addTo(map);
  const style = getComputedStyle(frame);
  const colour = style.getPropertyValue("--accent").trim() || style.color;
  const mark = circleMarker(place.at, { radius: 9, weight: 3, color: colour, fillOpacity: 0.4 }).addTo(map);
  if (place.label) {
    const text = document.createElement("span");
    text.textContent = place.label;
    mark.bindTooltip(text, { permanent: true, direction: "top", offset: [0, -8] });
  }
  map.setView(place.at, 15);
}
