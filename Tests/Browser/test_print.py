"""The pages that an office prints, printed by Chromium and read back by poppler: all rows, no controls.

Usage: test_print.py BASE_URL. Prints `N passed`, `N failed`, `N skipped`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from html import unescape
from pathlib import Path

from office import links, run, somebody

BASE = sys.argv[1].rstrip("/")
# What a person presses or fills in: none of it means anything on paper.
CONTROLS = "button, a.button, input, select, textarea, label, nav, .masthead, .foot, .skip, .tools"


def squeezed(text):
    """Without spaces and line ends, and with one code for each character: fonts name some by their radicals."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def printed(page, name):
    """The page on paper: its words. Whatever would not fit on the sheet fails here."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{name}.pdf"
        page.emulate_media(media="print")
        page.pdf(path=file, prefer_css_page_size=True)
        if shots := os.environ.get("BIHUAN_SHOTS"):
            shutil.copy(file, f"{shots}/print-{name}.pdf")
        shown = page.locator(CONTROLS).evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))")
        assert not shown, f"{name} prints {shown}"
        boxes = subprocess.run(["pdftotext", "-bbox", file, "-"], check=True, capture_output=True, text=True).stdout
        size = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', boxes)
        assert (round(float(size[1])), round(float(size[2]))) == (595, 842), f"{name} is not on A4: {size[0]}"
        for left, right, word in re.findall(r'<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)" yMax="[-\d.]+">(.*?)</word>', boxes):
            assert 55 < float(left) and float(right) < 540, f"{name}: {unescape(word)} leaves the sheet: {left} to {right}"
        text = squeezed(subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout)
        page.emulate_media(media="screen")
        for word in ("English", "使用说明", "退出"):
            assert word not in text, f"{name} prints {word}"
        return text


def holds(text, parts, name):
    assert parts and all(map(squeezed, parts)), f"nothing to look for on {name}: {parts}"
    for part in parts:
        assert squeezed(part) in text, f"{part} is not on the printed {name}: {text}"


def office(browser):
    return somebody(browser, BASE, "anwei", locale="zh-CN", viewport={"width": 1280, "height": 900})


def test_home(browser):
    page = office(browser)
    page.goto(BASE + "/")
    waits = page.locator("main a[href^='/matters/0']").all_inner_texts()
    text = printed(page, "home")
    # A row's act is a control; its words are not.
    holds(text, [page.locator("h1").inner_text(), *[w for w in waits if len(w) > 6]], "home")


def test_list(browser):
    page = office(browser)
    page.goto(BASE + "/matters")
    numbers = re.findall(r"[A-Z]{2}-\d{4}-\d{4}", page.locator("table.matters").inner_text())
    assert len(numbers) >= 10, numbers
    whats = page.locator("table.matters a[href^='/matters/0']").all_inner_texts()
    holds(printed(page, "list"), numbers + whats, "list")


def test_matter(browser):
    page = office(browser)
    page.goto(BASE + "/matters?phase=closed")
    page.goto(BASE + links(page, "/matters/0")[0])
    number = re.search(r"[A-Z]{2}-\d{4}-\d{4}", page.locator("main").inner_text())[0]
    story = [line for entry in page.locator("main ol li, main .story li").all_inner_texts()
             for line in entry.split("\n") if line.strip()]
    text = printed(page, "matter")
    holds(text, [number, page.locator("h1").inner_text(), "已销号", *story], "matter")


def test_meeting(browser):
    page = office(browser)
    page.goto(BASE + "/meetings")
    page.goto(BASE + links(page, "/meetings/0", 30)[-1].removesuffix("/report"))
    clauses = page.locator(".clause").evaluate_all(
        "all => all.map(e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent).join(''))")
    # What each mark means is on the sheet too: there is nothing to point at.
    text = printed(page, "meeting")
    holds(text, [page.locator("h1").inner_text(), *clauses], "meeting")
    holds(text, ["逾期", "已销号"], "meeting's legend")


def test_unit(browser):
    page = office(browser)
    page.goto(BASE + "/units/zhujian")
    numbers = re.findall(r"[A-Z]{2}-\d{4}-\d{4}", page.locator("main").inner_text())
    holds(printed(page, "unit"), [page.locator("h1").inner_text(), *numbers], "unit")


def test_report(browser):
    page = office(browser)
    page.goto(BASE + "/reports")
    page.goto(BASE + links(page, "/meetings/0", 30)[-1])
    position = re.search(r"账本第(\d+)条", page.locator("main").inner_text())
    assert position, page.locator("main").inner_text()
    numbers = re.findall(r"[A-Z]{2}-\d{4}-\d{4}", page.locator("main").evaluate("e => e.textContent"))
    figures = page.locator(".totals .lead").inner_text()
    text = printed(page, "report")
    holds(text, [position[0], *numbers], "report")
    # A figure has its footnote on paper, and only there.
    assert "※" not in figures and "※" in text
    for figure in re.findall(r"\d+", figures):
        assert figure in text


if shutil.which("pdftotext") is None:
    print("skipped: the pages on paper; there is no pdftotext\n0 passed\n0 failed\n6 skipped")
else:
    run([("home on paper", test_home), ("the list on paper", test_list), ("a matter on paper", test_matter),
         ("a meeting on paper", test_meeting), ("a unit on paper", test_unit), ("the report on paper", test_report)])
