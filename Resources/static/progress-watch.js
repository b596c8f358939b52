// Shows how far something came that takes longer than a page may, and opens the page anew once it is over.
export function progressWatch(
  place, { send = fetch, later = setTimeout, parse = fragment, again = () => location.reload() } = {},
) {
  async function ask() {
    let answer;
    try {
      answer = await send(place.dataset.address, { headers: { accept: "text/html" } });
    } catch {
      // The next time may be better.
      return later(ask, 2_000);
    }
    if (answer.status !== 200 || answer.redirected) return again();
    place.replaceChildren(...parse(await answer.text()));
    later(ask, 1_000);
  }

  later(ask, 1_000);
  return ask;
}

const fragment = (text) => [...new DOMParser().parseFromString(text, "text/html").body.childNodes];
