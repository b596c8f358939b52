"""Walks the pages as each person of the office: nothing too wide, no error, no axe finding, all by keyboard."""

import os

import axe_playwright_python
from playwright.sync_api import expect

PASSWORD = "bihuan-demo"
ROLES = ["anwei", "lin", "xiaofang", "chengban", "hecha", "shenji", "guanli"]
EVERYBODY = ["/", "/meetings", "/matters", "/directory", "/units/zhujian", "/outcomes/returned", "/outcomes/on_time",
             "/ledger", "/account", "/help", "/look", "/reports"]
AXE = os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def log_in(page, base, login):
    page.goto(base + "/login")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", PASSWORD)
    page.locator("form:has(input[name=password]) button").first.click()
    page.wait_for_load_state()
    assert "/login" not in page.url, f"{login} could not log in"


def links(page, start, wanted):
    """The first links of a page that begin so, without what only downloads."""
    found = [a.get_attribute("href") for a in page.query_selector_all(f"main a[href^='{start}']")]
    pages = [path for path in dict.fromkeys(found) if "." not in path.rsplit("/", 1)[-1]]
    return pages[:wanted]


def findings(page):
    """What axe finds on a page, as a line each."""
    page.evaluate(open(AXE, encoding="utf-8").read())
    answer = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{v['id']}: {v['help']} {n['target']} {n['failureSummary']}" for v in answer["violations"] for n in v["nodes"]]


def inside(page, base, login, path):
    """What else there is to see from here."""
    if path == "/meetings":
        found = [link for link in links(page, "/meetings/0", 8) if not link.endswith("/report")][-3:]
        more = []
        for link in found:
            more += [link, link.removesuffix("/intake") + "/report", link.removesuffix("/intake") + "?clause=3"]
        if login == "anwei":
            more += ["/meetings/new", "/templates", "/account/tokens"]
            more += [link.removesuffix("/intake") + "/papers" for link in found[-1:]]
        return more
    if path == "/matters":
        more = links(page, "/matters/0", 12)
        return more[:: max(1, len(more) // 4)] + [link + "/due" for link in more[:1]]
    return []


def walk(browser, base, width, language, theme):
    """Every page for every role. axe looks at all that the coordinator sees, and at each role's home."""
    for login in ROLES:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale=language, color_scheme=theme)
        page = context.new_page()
        errors = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        log_in(page, base, login)
        paths = list(EVERYBODY)
        for path in paths:
            answer = page.goto(base + path)
            assert answer.status == 200, f"{login} {path}: {answer.status}"
            paths += inside(page, base, login, path)
            wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wide <= 0, f"{login} {path} is {wide} px too wide at {width}"
            # Opened, what explains itself must fit and read as well.
            page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
            wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wide <= 0, f"{login} {path} is {wide} px too wide at {width} once opened"
            if login == "anwei" or path == "/":
                found = findings(page)
                assert not found, f"{login} {path}:\n" + "\n".join(found)
            if shots := os.environ.get("BIHUAN_SHOTS"):
                name = path.strip("/").replace("/", "-").replace("?", "-") or "home"
                page.screenshot(path=f"{shots}/{login}-{name}-{width}-{language}-{theme}.png", full_page=True)
        assert not errors, f"{login}: {errors}"
        context.close()


def keyboard(browser, base):
    """From the login to an open account menu and into a page's content, by keys alone."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN").new_page()
    page.goto(base + "/login")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.locator("input[name=login]").focus()
    page.keyboard.type("anwei")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(base + "/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main"), "the skip link leads to the content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)"), "and the next key goes on there"

    # Whatever is focused says so, and the order is the page's.
    page.goto(base + "/")
    order = []
    for _ in range(40):
        page.keyboard.press("Tab")
        state = page.evaluate("""() => {
          const e = document.activeElement;
          const all = [...document.querySelectorAll('*')];
          return [all.indexOf(e), getComputedStyle(e).outlineStyle, e.className, e.tagName];
        }""")
        if state[3] == "BODY":
            break
        assert state[1] != "none", f"no focus to be seen on {state}"
        order.append(state[0])
    assert order == sorted(order) and len(order) > 10, order

    # The menu opens and closes by keys and keeps the focus.
    menu = page.locator(".menu > summary")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu")).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    assert page.locator(".menu").get_attribute("open") is None
    page.context.close()


def theme_is_kept(browser, base):
    """A theme that was chosen stays, whatever the machine says, and paper stays day."""
    page = browser.new_context(color_scheme="light", locale="zh-CN").new_page()
    log_in(page, base, "anwei")
    ground = lambda: page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    day = ground()
    page.locator(".menu > summary").click()
    page.locator("button[name=theme][value=dark]").click()
    page.wait_for_load_state()
    night = ground()
    assert night != day, night
    page.goto(base + "/help")
    assert ground() == night
    page.emulate_media(media="print")
    assert ground() not in (night,), "a print takes the day's colours"
    page.emulate_media(media="screen")
    page.locator(".menu > summary").click()
    page.locator("button[name=theme][value=light]").click()
    page.wait_for_load_state()
    page.emulate_media(color_scheme="dark")
    assert ground() == day
    page.context.close()
