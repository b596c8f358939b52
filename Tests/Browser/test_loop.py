"""A real Chromium walks from the intake of a bulletin to its follow-through report, as the people of an office do.

Usage: test_loop.py BASE_URL SAMPLE_BULLETIN. Prints `N passed`, `N failed`, `N skipped`.
"""

import base64
import re
import sys
from datetime import date, timedelta

from playwright.sync_api import expect

from office import run, somebody

BASE, SAMPLE = sys.argv[1].rstrip("/"), sys.argv[2]
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def act(page, matter, name, fill=None, file=None, check=None):
    """Opens the matter, does one act by its form, and stays on the matter's page."""
    page.goto(BASE + matter)
    form = page.locator(f"form[action$='/{name}']").first
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for field, text in (fill or {}).items():
        form.locator(f"[name={field}]").first.fill(text)
    if file:
        form.locator("input[type=file]").set_input_files(file)
    if check:
        form.locator(f"[name={check}]").check()
    form.locator("button:not([type=button])").last.click()
    page.wait_for_load_state()


def test_from_intake_to_report(browser):
    office = somebody(browser, BASE, "anwei")
    office.goto(BASE + "/meetings/new")
    office.locator("textarea[name=text]").fill(open(SAMPLE, encoding="utf-8").read())
    office.locator("form:has(textarea[name=text]) button").last.click()
    office.wait_for_load_state()
    assert re.search(r"/meetings/[0-9a-z]+/intake", office.url), office.url
    meeting = re.search(r"(/meetings/[0-9a-z]+)", office.url).group(1)
    office.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")

    # A requirement for the fire brigade, checked on paper, is issued.
    number = office.locator("details.draft:not(:has(.tag.persons)):not(:has(.tag.slogan))").first.get_attribute("data-clause")
    draft = office.locator(f"form[action$='/intake/clauses/{number}']")
    draft.locator("select[name=lead]").select_option("xiaofang")
    draft.locator("select[name=fan_out]").select_option("none")
    draft.locator("select[name=standard]").select_option("paper")
    # The sample's meeting was months ago; what it set has passed.
    draft.locator("input[name=due]").fill((date.today() + timedelta(days=30)).isoformat())
    draft.locator("button[value=issue]").click()
    office.wait_for_load_state()
    office.goto(BASE + f"{meeting}?clause={number}")
    matter = office.locator("a[href^='/matters/0']").first.get_attribute("href")

    # What asks for nothing is set aside, with a reason.
    office.goto(BASE + meeting + "/intake")
    office.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    aside = office.locator("form[action$='/no-action']").first
    aside.locator("[name=reason]").fill("属于思想认识要求")
    aside.locator("button:not([type=button])").last.click()
    office.wait_for_load_state()

    act(somebody(browser, BASE, "xiaofang"), matter, "acknowledge")
    handler = somebody(browser, BASE, "chengban")
    act(handler, matter, "progress", {"note": "已检查十二家，整改三处。"})
    picture = {"name": "现场.png", "mimeType": "image/png", "buffer": PNG}
    act(handler, matter, "evidence", file=picture)
    act(handler, matter, "submit", {"note": "全部完成，申请销号。"})
    handler.goto(BASE + matter)
    assert handler.locator("form[action$='/close']").count() == 0, "whoever handled it must not be offered to verify it"

    verifier = somebody(browser, BASE, "hecha")
    act(verifier, matter, "close", {"conclusion": "核查属实，同意销号。"})
    verifier.goto(BASE + matter)
    expect(verifier.locator("main")).to_contain_text(re.compile("已销号|Closed"))

    office.goto(BASE + meeting)
    assert office.locator(f"#clause-{number}, [href*='clause={number}']").count() > 0
    office.goto(BASE + meeting + "/report")
    figure = office.locator("a[href*='show=closed']").first
    assert figure.inner_text().strip() == "1", figure.inner_text()
    figure.click()
    office.wait_for_load_state()
    assert office.locator(f"a[href='{matter}']").count() > 0, "a figure opens its matters"
    office.goto(BASE + meeting + "/report")
    office.locator("form[action$='/report/freeze'] button").last.click()
    office.wait_for_load_state()
    assert "at=" in office.url, office.url


def test_works_without_scripts(browser):
    page = somebody(browser, BASE, "anwei", java_script_enabled=False)
    page.goto(BASE + "/matters")
    assert page.locator("a[href^='/matters/0']").count() > 0


run([("from intake to report", test_from_intake_to_report), ("without scripts", test_works_without_scripts)])
