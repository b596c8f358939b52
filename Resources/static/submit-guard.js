// A second press while the first is on its way sends nothing. The operation id would catch it; this spares the wait.
export function submitGuard(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    // Disabling at once would drop the pressed button's own name and value from what is sent.
    setTimeout(() => {
      for (const button of form.querySelectorAll("button")) button.disabled = true;
      if (event.submitter && form.dataset.wait) event.submitter.textContent = form.dataset.wait;
    }, 0);
  });
  // Coming back by the browser's history shows the page as it was left, with its buttons off.
  globalThis.addEventListener?.("pageshow", (event) => {
    if (!event.persisted) return;
    sent = false;
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  });
}
