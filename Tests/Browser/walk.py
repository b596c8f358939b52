"""Walks every page as each person of the office: the answer that docs/PERMISSIONS.md says, nothing too wide, no error
on the console, nothing that axe finds, all by keyboard.

Usage: walk.py BASE_URL [zh-CN] [en-GB] [others]. Prints `N passed`, `N failed`, `N skipped`.
"""

import csv
import io
import os
import random
import re
import sys
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import expect

from office import PASSWORD, ROLES, links, log_in, run, somebody

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DOCUMENT = Path(__file__).parents[2] / "docs" / "PERMISSIONS.md"

# What is answered with something else than a page, and so is not walked.
NO_PAGE = {
    "/clocks/recounts": "a run of counting again, of which the demo has none",
    "/healthz": "one word for whoever watches the server", "/readyz": "likewise", "/metrics": "numbers for machines",
    "/static/:name": "styles, scripts and the icon", "/ledger/checkpoint": "a signed note",
    "/calendar/:feed": "a calendar", "/ledger/key": "a key", "/ledger/tile/**": "bytes of the tree",
    "/matters.xlsx": "a download", "/matters/:id/evidence/:file": "a download",
    "/matters/:id/evidence/:file/small": "a picture", "/templates/:kind/file": "a download",
    "/setup/templates/:name": "a download", "/meetings/:id/papers/report.docx": "a download",
    "/meetings/:id/papers/assignments.docx": "a download", "/meetings/:id/papers/slip.docx": "a download",
    "/meetings/:id/papers/slips.zip": "a download", "/meetings/:id/papers/notice.docx": "a download",
    "/meetings/:id/papers/sign-in.docx": "a download",
    "/sittings/:id/invitation.ics": "a download",
    "/subjects/map/outlines": "outlines for the map's script",
    "/subjects/:id/inspect/:checklist/blank.docx": "a download",
    "/inspections/:id/pictures/:file": "a download", "/inspections/:id/pictures/:file/small": "a picture",
    "/inspections/:id/record.docx": "a download", "/inspections/:id/order.docx": "a download",
    "/matters/:id/opinion.docx": "a download",
    "/inspections/:id/receipt.docx": "a download",
    "/inspections/:id/services/:service/receipt.docx": "a download",
    "/inspections/:id/services/:service/scans/:file": "a download",
    "/draws/:id/data.json": "a download", "/duties.ics": "a download", "/trainings/:id/sheets/:file": "a download",
    "/draws/new": "for those who may draw for the unit; others are told who does",
    "/subjects.xlsx": "a download", "/subjects.csv": "a download",
    "/subjects/import/:id": "for whoever uploaded the list and coordinators; others find nothing there",
    "/subjects/import/:id/progress": "a piece that a page's script asks for",
    "/subjects/import/:id/refused.xlsx": "a download", "/subjects/import/:id/refused.csv": "a download",
    "/subjects/:id/edit": "for those who keep the subject; others are told who does",
    "/sittings/:id/reports/:unit": "a unit's own and for those who see the district; others find nothing there",
    "/matters/:id/version": "a number that a page's script asks for", "/meetings/:id/intake/version": "likewise",
}
# Where else a page of the table is looked at than at its bare address; {…} is found on the demo's own pages.
SAMPLES = {
    "/": ["/"], "/api": ["/api"], "/help": ["/help"], "/look": ["/look"], "/ledger": ["/ledger"],
    "/login": ["/login"], "/account": ["/account"], "/account/password": ["/account/password"],
    "/account/tokens": ["/account/tokens"], "/account/messages": ["/account/messages"],
    "/messages": ["/messages"], "/delivery": ["/delivery"],
    "/permissions": ["/permissions"], "/views": ["/views"],
    "/setup": ["/setup"],
    "/setup/:step": [f"/setup/{step}" for step in
                     ("district", "units", "officers", "portfolios", "calendar", "meeting", "finish")],
    "/units/:id": ["/units/xiaofang", "/units/shiqiao"],
    "/figures": ["/figures", "/figures?rows=field", "/figures?unit=xiaofang&period=month"],
    "/figures/matters": ["/figures/matters?show=closed", "/figures/matters?show=stay_underway&unit=xiaofang"],
    "/waits": ["/waits", "/waits?kind=verification", "/waits?kind=look_back"],
    "/outcomes/:kind": ["/outcomes/returned", "/outcomes/reopened", "/outcomes/on_time?unit=xiaofang",
                        "/outcomes/first_pass"],
    "/directory": ["/directory"], "/directory/order": ["/directory/order"],
    "/directory/portfolios": ["/directory/portfolios"], "/directory/units/new": ["/directory/units/new"],
    "/directory/units/:unit": ["/directory/units/xiaofang", "/directory/units/shiqiao"],
    "/directory/officers/new": ["/directory/officers/new"],
    "/directory/officers/:officer": ["{leader}", "{officer}"],
    "/meetings": ["/meetings"], "/meetings/new": ["/meetings/new"], "/reports": ["/reports"],
    "/meetings/:id": ["{meeting}", "{meeting}?clause=3", "{pending}"],
    "/meetings/:id/intake": ["{pending}/intake", "{meeting}/intake"],
    "/meetings/:id/intake/repairs": ["{pending}/intake/repairs"],
    "/meetings/:id/report": ["{meeting}/report", "{meeting}/report?show=closed"],
    "/meetings/:id/report/fields/:field": [
        f"{{meeting}}/report/fields/{field}?show={show}"
        for field, show in (("fire", "missed"), ("fire", "ordinary"), ("construction", "inspections"))],
    "/meetings/:id/papers": ["{meeting}/papers"],
    "/sittings": ["/sittings"], "/sittings/:id": ["{sitting}"], "/sittings/:id/minutes": ["{open}/minutes"],
    "/burdens": ["/burdens"],
    "/periods": ["/periods"], "/periods/new": ["/periods/new", "/periods/new?kind=alert"],
    "/periods/:id": ["{period}", "{alert}"], "/periods/:id/edit": ["{period}/edit"],
    "/periods/:id/owed": ["{period}/owed?field=construction"],
    "/periods/:id/roster/:unit": ["{period}/roster/shiqiao"],
    "/subjects/map": ["/subjects/map", "/subjects/map?risk=red"],
    "/projects": ["/projects"],
    "/duties": ["/duties", "/duties?month=2026-04"],
    "/duties/missed": ["/duties/missed"],
    "/work": ["/work"], "/subjects": ["/subjects", "/subjects?status=suspended&risk=red",
                                             "/subjects?q=广场&type=crowded_place"],
    "/subjects/import": ["/subjects/import"],
    "/subjects/new": ["/subjects/new?type=crowded_place", "/subjects/new?type=school_bus"],
    "/subjects/:id": ["{subject}"], "/subjects/:id/inspections": ["{subject}/inspections"],
    "/subjects/:id/inspect/:checklist": ["{inspect}"], "/inspections/:id": ["{inspection}"],
    "/draws": ["/draws"], "/draws/:id": ["{draw}"],
    "/spot-checks": ["/spot-checks", "/spot-checks?duty=fire.small.spot_check"],
    "/trainings": ["/trainings", "/trainings?stage=planned"],
    "/trainings/due": ["/trainings/due", "/trainings/due?light=overdue"],
    "/trainings/new": ["/trainings/new", "/trainings/new?course=fire.keepers", "/trainings/new?course=fire.keepers&as=plan"],
    "/trainings/:id": ["{training}", "{plan}"],
    "/trainings/:id/edit": ["{training}/edit", "{plan}/edit", "{plan}/edit?as=plan"],
    "/campaigns": ["/campaigns"],
    "/campaigns/new": ["/campaigns/new", "/campaigns/new?rule=gas.screening", "/campaigns/new?rule=health.isolation.drive"],
    "/campaigns/:id": ["{campaign}", "{campaign}?show=missed"],
    "/templates": ["/templates"],
    "/templates/:kind": [f"/templates/{kind}" for kind in
                         ("follow_through", "assignments", "slip", "notice", "sign_in", "inspection_record",
                          "rectification_order", "reinspection_opinion", "service_receipt")],
    "/clocks": ["/clocks", "/clocks?term=5个工作日&from=2026-02-13", "/clocks?term=x&from=2026-02-13"],
    "/words/sources": ["/words/sources"],
    "/words/sources/:kind/:code": ["/words/sources/term/petition.decide", "/words/sources/reference/petitions.34"],
    "/words": ["/words"], "/words/effect": ["/words/effect"],
    "/words/lists/:list": ["/words/lists/field.fire", "/words/lists/tiers", "/words/lists/persons"],
    "/words/terms/:term": ["/words/terms/directive.default", "/words/terms/directive.immediate"],
    "/meetings/:id/intake/reread": ["{pending}/intake/reread", "{meeting}/intake/reread"],
    "/import": ["/import"], "/import/:id": ["{staged}", "{taken}"],
    "/bulk": ["/bulk", "/bulk?act=reassign&all", "/bulk?act=due&unit=xiaofang&all",
              "/bulk?act=cancel&phase=assigned&all"],
    "/matters": ["/matters", "/matters?group=unit&light=overdue", "/matters?q=检查&phase=closed&sort=due",
                 "/matters?q=没有这样的事项"],
    "/matters/:id": ["{assigned}", "{underway}", "{submitted}", "{closed}", "{cancelled}", "{mine}"],
    "/matters/:id/due": ["{mine}/due", "{submitted}/due"],
}
PHASES = ["assigned", "underway", "submitted", "closed", "cancelled"]
# Whom a row of the table names.
WHO = {
    "everybody": set(ROLES), "officers": set(ROLES), "coordinators": {"coordinator"},
    "administrators": {"administrator"}, "keepers": {"coordinator", "administrator"},
    "coordinators and leaders": {"coordinator", "leader"},
    "those who act on matters": set(ROLES) - {"auditor", "administrator"},
}


def table():
    """path → (who may, what of matters), of every GET in the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    return {path: (who, sight) for path, who, sight in re.findall(r"^\| `GET (\S+)` \| (.+?) \| (.+?) \|$", text, re.M)}


def sees():
    """role → whether it sees a matter of the own unit, and one of another's."""
    text = DOCUMENT.read_text(encoding="utf-8")
    return {role: {"own": own == "yes", "other": other == "yes"}
            for role, own, other in re.findall(r"^\| `(\w+)` \| (yes|no) \| (yes|no) \|$", text, re.M)}


def test_the_table_is_walked(browser):
    """A new page needs an address here, and what is gone goes from here."""
    paths = set(table())
    assert not (missing := paths - set(SAMPLES) - set(NO_PAGE)), f"no address to walk for {sorted(missing)}"
    assert not (gone := set(SAMPLES) - paths), f"docs/PERMISSIONS.md has no {sorted(gone)}"
    assert not (gone := set(NO_PAGE) - paths), f"docs/PERMISSIONS.md has no {sorted(gone)}"
    assert set(sees()) == set(ROLES), sees()
    unknown = {who for who, _ in table().values()} - set(WHO)
    assert not unknown, unknown


def import_register(page, base, rows):
    """Uploads an old register; answers the path of its page."""
    sheet = io.StringIO()
    csv.writer(sheet).writerows([("序号", "工作任务", "责任单位", "交办日期", "完成时限", "进展情况"), *rows])
    page.goto(base + "/import")
    page.locator("input[type=file]").set_input_files(
        {"name": "台账.csv", "mimeType": "text/csv", "buffer": sheet.getvalue().encode("utf-8-sig")})
    page.locator("form[action='/import'] button").last.click()
    page.wait_for_load_state()
    assert re.search(r"/import/[0-9a-z.]{26,}$", page.url), page.url
    return page.url.removeprefix(base)


def found(browser, base):
    """What stands for {…} in an address, by the demo's own pages."""
    page = somebody(browser, base, ROLES["coordinator"])
    place = {}
    page.goto(base + "/meetings")
    meetings = [link for link in links(page, "/meetings/0", 30)]
    place["pending"] = next(link.removesuffix("/intake") for link in meetings if link.endswith("/intake"))
    place["meeting"] = next(link.removesuffix("/report") for link in reversed(meetings)
                            if not link.startswith(place["pending"]))
    page.goto(base + "/sittings")
    sittings = links(page, "/sittings/0", 9)
    place["sitting"] = sittings[0]
    for link in sittings:
        page.goto(base + link)
        if page.locator(f"a[href='{link}/minutes']").count():
            place["open"] = link
    # The key period that runs, and the alert that was lifted.
    page.goto(base + "/periods")
    place["period"], place["alert"] = links(page, "/periods/0", 9)[:2]
    page.goto(base + "/trainings?stage=held&unit=xiaofang")
    place["training"] = links(page, "/trainings/0", 9)[0]
    page.goto(base + "/trainings?stage=planned")
    place["plan"] = links(page, "/trainings/0", 9)[0]
    page.goto(base + "/campaigns")
    place["campaign"] = links(page, "/campaigns/0", 9)[0]
    # A subject of the fire brigade that was inspected.
    page.goto(base + "/subjects?unit=xiaofang&status=active")
    for link in links(page, "/subjects/0", 50):
        page.goto(base + link)
        # A checklist's code has a point, as what only downloads has.
        way = page.query_selector(f"main a[href^='{link}/inspect/']")
        if way and (records := links(page, "/inspections/0")):
            place["subject"], place["inspect"], place["inspection"] = link, way.get_attribute("href"), records[0]
            break
    page.goto(base + "/draws")
    place["draw"] = links(page, "/draws/0")[0]
    for phase in PHASES:
        page.goto(f"{base}/matters?phase={phase}")
        place[phase] = links(page, "/matters/0")[0]
    page.goto(base + "/directory/portfolios")
    place["leader"] = links(page, "/directory/officers/")[0]
    page.goto(base + "/directory")
    place["officer"] = links(page, "/directory/officers/", 99)[-1]
    # The same register is not taken twice; whoever walks at the same time has other words.
    street = "".join(random.choices("甲乙丙丁戊己庚辛壬癸", k=8))
    row = ("1", f"对{street}街商铺开展一次用电检查", "消防救援大队", "2026年3月2日", "2026年12月20日", "正在检查")
    place["staged"] = import_register(page, base, [row, ("2", "没有单位的一行", "某某局", "2026年3月2日", "/", "")])
    taken = import_register(page, base, [row])
    page.locator(f"form[action='{taken}/apply'] button").last.click()
    page.wait_for_load_state()
    place["taken"] = page.url.removeprefix(base).split("?")[0]
    assert re.search(r"/import/[0-9a-z]{26}.apply$", place["taken"]), place["taken"]
    page.goto(base + "/matters?unit=xiaofang&part=either" + "".join(f"&phase={phase}" for phase in PHASES))
    place["own"] = links(page, "/matters/0", 200)
    assert place["own"], "the fire brigade has no matter"
    place["mine"] = place["own"][0]
    page.context.close()
    return place


def addresses(place):
    """(route, address, status for each role), in the order of the table."""
    sight = sees()
    answer = []
    for route, (who, matters) in table().items():
        for sample in SAMPLES.get(route, []):
            path = re.sub(r"\{(\w+)\}", lambda name: place[name.group(1)], sample)
            whose = "own" if path.removesuffix("/due") in place["own"] else "other"
            narrow = matters in ("the one, if in sight", "its subject's, if in sight", "its unit's, if in sight")
            whose = "own" if route.startswith(("/subjects", "/inspections", "/draws", "/trainings")) else whose
            expected = {role: 200 if role in WHO[who] and (not narrow or sight[role][whose])
                        else 403 for role in ROLES}
            answer.append((route, path, expected))
    answer.append(("404", "/nowhere", dict.fromkeys(ROLES, 404)))
    return answer


def findings(page):
    """What axe finds on a page, as a line each. Pins of a map lie where their places do; the list beside it is the
    equivalent that WCAG 2.2 §2.5.8 asks for."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("""rules => axe.run({exclude: [".map .pin"]}, {runOnly: rules, resultTypes: ["violations"], preload: false})
        .then((answer) => answer.violations)""", RULES)
    return [f"{v['id']}: {v['help']} {n['target']} {n['failureSummary']}" for v in found for n in v["nodes"]]


def kinds(page):
    """The kinds of elements that a page is made of."""
    return set(page.evaluate("""() => [...document.querySelectorAll('body *')].map(
        e => [e.localName, e.className.baseVal ?? e.className, e.getAttribute('role'), e.type].join(' '))"""))


def too_wide(page, widths):
    """Where the page is wider than the window, as it comes and with all that explains itself opened."""
    answer = []

    def look(width, state):
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            answer.append(f"{wide} px too wide at {width} {state}")

    first, second = widths
    look(first, "")
    page.evaluate("document.querySelectorAll('details:not([open])').forEach(d => { d.open = true; d.dataset.shut = '' })")
    look(first, "once opened")
    page.set_viewport_size({"width": second, "height": 900})
    look(second, "once opened")
    page.evaluate("document.querySelectorAll('details[data-shut]').forEach(d => d.open = false)")
    look(second, "")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    return answer


def walk(browser, base, place, widths, language, theme):
    """Every page for every role. axe looks wherever a role is shown a kind of element that no earlier one was."""
    faults, seen, looked = [], {}, 0
    for role, login in ROLES.items():
        context = browser.new_context(
            viewport={"width": widths[0], "height": 900}, locale=language, color_scheme=theme)
        page = context.new_page()
        errors = []
        page.on("console", lambda message: errors.append((message.text, message.location.get("url")))
                if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append((str(error), "")))
        pages = [("/login", "/login", 200), ("404", "/nowhere", 404)] if role == "coordinator" else []
        pages = [(f"{route} without a login", *rest) for route, *rest in pages]
        for number, (route, path, expected) in enumerate(
                pages + [(route, path, expected[role]) for route, path, expected in addresses(place)]):
            if number == len(pages):
                log_in(page, base, login)
            page.set_viewport_size({"width": widths[0], "height": 900})
            errors.clear()
            status = page.goto(base + path).status
            where = f"{role} {path} {language} {theme}"
            if status != expected:
                faults.append(f"{where}: answered {status}, not {expected}")
                continue
            # The browser itself notes an answer that is no success.
            for text, source in errors:
                if not (expected >= 400 and source == base + path and text.startswith("Failed to load resource")):
                    faults.append(f"{where}: console: {text}")
            faults += [f"{where}: {fault}" for fault in too_wide(page, widths)]
            known = seen.setdefault(route if expected == 200 else expected, set())
            if new := kinds(page) - known:
                known |= new
                looked += 1
                faults += [f"{where}: axe: {finding}" for finding in findings(page)]
            if shots := os.environ.get("BIHUAN_SHOTS"):
                name = re.sub(r"\W+", "-", path).strip("-") or "home"
                page.screenshot(path=f"{shots}/{role}-{name}-{widths[1]}-{language}.png", full_page=True)
        context.close()
    print(f"axe looked at {looked} pages")
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults)


def test_needs_a_login(browser, base, place):
    """Whoever has not logged in is sent to do so, from every page that is not for everybody."""
    page = browser.new_context().new_page()
    who = {route: who for route, (who, _) in table().items()}
    for route, path, _ in addresses(place):
        if who.get(route, "everybody") != "everybody":
            page.goto(base + path)
            assert page.url.startswith(base + "/login?next="), f"{path} led to {page.url}"
    page.context.close()


def test_keyboard(browser, base):
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


def test_theme_is_kept(browser, base):
    """A theme that was chosen stays, whatever the machine says, and paper stays day."""
    page = somebody(browser, base, "anwei", color_scheme="light", locale="zh-CN")
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


def main():
    base = sys.argv[1].rstrip("/")
    place = {}

    def walked(browser, *how):
        if not place:
            place.update(found(browser, base))
        walk(browser, base, place, *how)

    # Both widths in each language; each language in the other theme.
    walks = [("every page for every role, Chinese, by day", ((1440, 390), "zh-CN", "light")),
             ("every page for every role, English, by night", ((390, 1440), "en-GB", "dark"))]
    wanted = sys.argv[2:]
    tests = [(name, lambda browser, how=how: walked(browser, *how)) for name, how in walks
             if not wanted or how[1] in wanted]
    if not wanted or "others" in wanted:
        tests += [("the table is walked", test_the_table_is_walked),
                  ("every page needs a login", lambda browser: test_needs_a_login(browser, base, found(browser, base))),
                  ("by keyboard alone", lambda browser: test_keyboard(browser, base)),
                  ("the theme that was chosen", lambda browser: test_theme_is_kept(browser, base))]
    run(tests)


if __name__ == "__main__":
    main()
