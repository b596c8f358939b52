// Draws the list of subjects on a map with Leaflet, where the server has it. Without it the list stays as it is.
const shapes = { red: "■", orange: "◆", yellow: "▲", blue: "●", none: "○" };

export async function subjectMap(box) {
  const list = box.parentElement.querySelector(".pins");
  // It is no module and leaves itself on the window.
  await import("/static/leaflet.js").catch(() => {});
  const L = window.L;
  if (!L || !list) return;
  box.classList.add("drawn");
  const { tiles, credit, closer, farther, close } = box.dataset;
  const map = L.map(box, { zoomControl: false, maxZoom: 18 });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: closer, zoomOutTitle: farther }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (tiles) L.tileLayer(tiles, { attribution: plain(credit) }).addTo(map);
  const places = [...list.children].map((item) => pin(L, item, close));
  const group = L.featureGroup(places).addTo(map);
  map.fitBounds(group.getBounds().pad(0.1), { maxZoom: 14 });
  if ("outlines" in box.dataset) outlines(L, map);
}

function pin(L, item, close) {
  const { north, east, risk, still } = item.dataset;
  const link = item.querySelector("a");
  const icon = L.divIcon({
    className: `pin ${risk}${still === undefined ? "" : " still"}`, html: shapes[risk] ?? shapes.none, iconSize: [24, 24],
  });
  const marker = L.marker([Number(north), Number(east)], { icon, title: link.textContent, alt: link.textContent });
  marker.bindPopup(() => popup(item));
  marker.on("popupopen", (event) => {
    const button = event.popup.getElement()?.querySelector(".leaflet-popup-close-button");
    button?.setAttribute("aria-label", close);
  });
  marker.on("add", () => {
    marker.getElement()?.setAttribute("role", "button");
    marker.getElement()?.setAttribute("aria-label", link.textContent);
  });
  return marker;
}

// What the list says of it, in nodes and not in text, so that a name is never read as markup.
function popup(item) {
  const box = document.createElement("div");
  box.append(...[...item.childNodes].map((node) => node.cloneNode(true)));
  return box;
}

function plain(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span.innerHTML;
}

async function outlines(L, map) {
  const answer = await fetch("/subjects/map/outlines");
  if (!answer.ok) return;
  L.geoJSON(await answer.json(), { interactive: false, style: () => ({ className: "outline" }) }).addTo(map);
}
