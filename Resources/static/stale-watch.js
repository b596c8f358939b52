// Says that others have acted since the page was opened, before anybody acts on it. Asks every 20 s while it is seen.
export function staleWatch(place, { send = fetch, every = setInterval, parse = fragment } = {}) {
  const page = place.ownerDocument;
  let said = "";
  let isOver = false;

  async function ask() {
    if (page.hidden || isOver) return;
    let answer;
    try {
      answer = await send(place.dataset.address, { headers: { accept: "text/html" } });
    } catch {
      return;
    }
    // Logged out: the answer would be the page of the login.
    if (answer.redirected || answer.status >= 400) isOver = true;
    if (isOver || answer.status !== 200) return;
    const words = await answer.text();
    if (words === said) return;
    said = words;
    const again = page.createElement("a");
    again.href = place.dataset.again;
    again.className = "button";
    again.textContent = place.dataset.reload;
    place.replaceChildren(...parse(words), again);
    place.classList.add("notice");
  }

  every(ask, 20_000);
  page.addEventListener("visibilitychange", ask);
  return ask;
}

const fragment = (text) => [...new DOMParser().parseFromString(text, "text/html").body.childNodes];
