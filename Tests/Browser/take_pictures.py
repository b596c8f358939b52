"""Takes the pictures of the main pages that README and docs show.

Usage: take_pictures.py BASE_URL FOLDER [NAME…]. See scripts/pictures.
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from office import links, small, somebody

BASE, FOLDER, WANTED = sys.argv[1].rstrip("/"), Path(sys.argv[2]), set(sys.argv[3:])
SAMPLE = Path(__file__).parents[2] / "Resources" / "samples" / "qinghe-2026-03-12.txt"
TALLEST = 1400
LIMIT = 250_000


def home(page):
    page.goto(BASE + "/")


def frozen(page):
    """The meeting whose report was frozen: much of it has been done."""
    page.goto(BASE + "/reports")
    return links(page, "/meetings/0")[0].split("?")[0].removesuffix("/report")


def meeting(page):
    path = frozen(page)
    page.goto(BASE + path)
    overdue = page.locator(".clause.overdue").first.get_attribute("href")
    page.goto(BASE + overdue.split("#")[0])


def intake(page):
    page.goto(BASE + "/meetings/new")
    page.fill("textarea[name=text]", SAMPLE.read_text(encoding="utf-8"))
    page.locator("form:has(textarea[name=text]) button").last.click()
    page.wait_for_load_state()
    # One that the reader is sure of.
    clause = page.locator(".draft:not(:has(.tag))").first.get_attribute("data-clause")
    page.goto(f"{page.url.split('?')[0].split('#')[0]}?at={clause}")


def matters(page):
    page.goto(BASE + "/matters")


def matter(page):
    page.goto(BASE + "/matters?phase=closed")
    page.goto(BASE + links(page, "/matters/0")[0])


def report(page):
    page.goto(f"{BASE}{frozen(page)}/report")


def unit(page):
    page.goto(BASE + "/units/zhujian")


def setup(page):
    page.goto(BASE + "/setup/units")


# name → (what to show, who looks, width, how tall at most, theme, language)
PICTURES = {
    "home": (home, "anwei", 1280, 1000, "light", "zh-CN"),
    "meeting": (meeting, "anwei", 1280, 1000, "light", "zh-CN"),
    "list": (matters, "anwei", 1280, 1100, "light", "zh-CN"),
    "matter": (matter, "anwei", 1280, TALLEST, "light", "zh-CN"),
    "report": (report, "anwei", 1280, 1100, "light", "zh-CN"),
    "unit": (unit, "anwei", 1280, 1100, "light", "zh-CN"),
    "setup": (setup, "guanli", 1280, 1000, "light", "zh-CN"),
    "phone": (meeting, "anwei", 390, TALLEST, "light", "zh-CN"),
    "dark": (home, "anwei", 1280, 1000, "dark", "zh-CN"),
    "english": (home, "anwei", 1280, 1000, "light", "en-GB"),
    # Last: it adds a bulletin, which the others would show.
    "intake": (intake, "anwei", 1280, 1300, "light", "zh-CN"),
}


def main():
    assert WANTED <= set(PICTURES), f"there is no {sorted(WANTED - set(PICTURES))}; there are {', '.join(PICTURES)}"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["BIHUAN_CHROMIUM"], args=["--no-sandbox"])
        for name, (show, who, width, tallest, theme, language) in PICTURES.items():
            if WANTED and name not in WANTED:
                continue
            page = somebody(browser, BASE, who, locale=language, color_scheme=theme, reduced_motion="reduce",
                            viewport={"width": width, "height": tallest}, device_scale_factor=2 if width < 500 else 1)
            show(page)
            page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0) }")
            # As tall as the page, or as much of it as one window holds: a line at the foot then stands at the foot.
            height = min(tallest, max(480, page.evaluate("document.body.scrollHeight")))
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode() }))")
            image = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
            file = FOLDER / f"{name}.png"
            small(image).save(file, optimize=True)
            size = file.stat().st_size
            assert size < LIMIT, f"{file} has {size} bytes"
            print(f"{file}: {image.width} × {image.height}, {size // 1000} kB")
            page.context.close()
        browser.close()
    print("Look at them, then name them in README or docs as ![what it shows](docs/pictures/NAME.png).")


main()
