"""The page of all components, held against pictures of itself: two widths, by day and by night.

Usage: test_look.py BASE_URL. `UPDATE_GOLDEN=1` writes the pictures: look at them before you commit them. A difference
leaves what was seen, and where it differs, in the folder BIHUAN_SHOTS. Prints `N passed`, `N failed`, `N skipped`.
"""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from office import run, small, somebody

BASE = sys.argv[1].rstrip("/")
PICTURES = Path(__file__).with_name("pictures")
FONTS = ("Noto Sans CJK SC", "Noto Serif CJK SC")
# Greys of two pictures may differ so far, smoothed over 5 px: letters have softer or harder edges elsewhere.
SOFT = 40
# And so many of all pixels may differ more: a moved line or another colour is far beyond it.
SHARE = 0.0005

# The page counts its days from today; a picture has to be the same tomorrow.
SAME_DAYS = "document.querySelectorAll('main time').forEach(day => { day.textContent = '12月5日' })"
# How many messages are new is the demo's affair.
NO_COUNT = "document.querySelectorAll('.fresh-count').forEach(count => count.remove())"


def picture(browser, width, theme):
    page = somebody(browser, BASE, "anwei", locale="zh-CN", color_scheme=theme, reduced_motion="reduce",
                    viewport={"width": width, "height": 900})
    page.goto(BASE + "/look")
    page.evaluate(SAME_DAYS)
    page.evaluate(NO_COUNT)
    # Who is looking, the day, and the machine's own words for choosing a file are not of the look.
    hidden = [page.locator(".masthead .who"), page.locator("input[type=date]"), page.locator("input[type=file]")]
    image = Image.open(io.BytesIO(page.screenshot(
        full_page=True, animations="disabled", caret="hide", mask=hidden, mask_color="#888888"))).convert("RGB")
    page.context.close()
    return image


def differences(stored, seen):
    """The share of pixels that differ, and a picture that shows where."""
    soft = ImageFilter.BoxBlur(2)
    difference = ImageChops.difference(stored.filter(soft), seen.filter(soft))
    channels = difference.split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    beyond = most.point(lambda value: 255 if value > SOFT else 0)
    return beyond.histogram()[255] / (beyond.width * beyond.height), beyond


def look(browser, width, theme):
    file = PICTURES / f"look-{width}-{theme}.png"
    seen = picture(browser, width, theme)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        PICTURES.mkdir(exist_ok=True)
        small(seen).save(file, optimize=True)
        return
    stored = Image.open(file).convert("RGB")
    shots = Path(os.environ.get("BIHUAN_SHOTS") or ".build")
    name = shots / f"look-{width}-{theme}"
    if stored.size != seen.size:
        seen.save(f"{name}-seen.png")
        raise AssertionError(f"/look is {seen.size} where its picture is {stored.size}; seen: {name}-seen.png")
    share, where = differences(stored, seen)
    if share > SHARE:
        seen.save(f"{name}-seen.png")
        where.save(f"{name}-where.png")
        raise AssertionError(f"{share:.2%} of /look differs, in {where.getbbox()}; see {name}-seen.png and -where.png")


def test_differences_are_seen(browser):
    """A picture against itself, with softer letters, with a line moved by 3 px, and with another accent."""
    plain = picture(browser, 1440, "light")
    assert differences(plain, plain)[0] == 0
    assert differences(plain, plain.filter(ImageFilter.GaussianBlur(0.6)))[0] <= SHARE
    moved = plain.copy()
    moved.paste(plain.crop((0, 400, plain.width, 700)), (0, 403))
    assert differences(plain, moved)[0] > SHARE
    red, green, blue = plain.split()
    assert differences(plain, Image.merge("RGB", (green, red, blue)))[0] > SHARE


def has_the_fonts():
    if not shutil.which("fc-list"):
        return False
    known = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True).stdout
    return all(font in known for font in FONTS)


looks = [(f"the look at {width} px, {theme}", lambda browser, width=width, theme=theme: look(browser, width, theme))
         for width in (1440, 390) for theme in ("light", "dark")]
if not has_the_fonts():
    print(f"skipped: the pictures of the look; they were taken with {' and '.join(FONTS)}, and this machine has not both")
    print(f"0 passed\n0 failed\n{len(looks) + 1} skipped")
else:
    run([*looks, ("differences are seen", test_differences_are_seen)])
