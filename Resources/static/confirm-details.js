// An act in the quiet row: opening it goes to its first field, Escape closes it again and returns to its name.
export function confirmDetails(details) {
  details.addEventListener("toggle", () => {
    if (details.open) details.querySelector("select, textarea, input:not([type=hidden])")?.focus();
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
}
