"""The people of the demo's office, how they log in, and how a script of tests is run and counted."""

import os
import sys
import traceback

from PIL import Image
from playwright.sync_api import sync_playwright

PASSWORD = "bihuan-demo"
# One account of each role; the unit's two serve in 消防救援大队.
ROLES = {"coordinator": "anwei", "administrator": "guanli", "leader": "lin", "unit_lead": "xiaofang",
         "handler": "chengban", "verifier": "hecha", "auditor": "shenji"}


def log_in(page, base, login, password=PASSWORD):
    page.goto(base + "/login")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", password)
    page.locator("form:has(input[name=password]) button").first.click()
    page.wait_for_load_state()
    assert "/login" not in page.url, f"{login} could not log in"


def somebody(browser, base, login, **options):
    """A browser of one's own, logged in."""
    page = browser.new_context(**options).new_page()
    log_in(page, base, login)
    return page


def links(page, start, wanted=1):
    """The first links of a page that begin so, without what only downloads."""
    found = [a.get_attribute("href").split("#")[0] for a in page.query_selector_all(f"main a[href^='{start}']")]
    pages = [path for path in dict.fromkeys(found) if "." not in path.rsplit("/", 1)[-1]]
    return pages[:wanted]


def small(image):
    """The picture in 256 colours. The most frequent stay as they are, and some are kept for what is rare, so that neither
    the paper nor a small mark changes its colour."""
    frequent = [colour for _, colour in sorted(image.getcolors(1 << 24), reverse=True)[:192]]
    rare = image.quantize(64, Image.Quantize.MAXCOVERAGE).getpalette()[:192]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in frequent for part in colour] + rare)
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def run(tests):
    """Runs (name, test of a browser) pairs. Prints `N passed`, `N failed`, `N skipped`; exits with 1 if one failed."""
    passed = failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("BIHUAN_CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        for name, test in tests:
            try:
                test(browser)
                passed += 1
                print(f"ok: {name}", flush=True)
            except Exception:
                failed += 1
                print(f"failed: {name}", flush=True)
                traceback.print_exc()
        browser.close()
    print(f"{passed} passed\n{failed} failed\n0 skipped")
    sys.exit(1 if failed else 0)
