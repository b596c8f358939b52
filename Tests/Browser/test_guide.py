"""A new office sets up its district by the guide alone, from an empty folder to a first matter closed.

Usage: test_guide.py BASE_URL SETUP_CODE. The server is a fresh one, without --demo; the code is the one that it printed.
Prints `N passed`, `N failed`, `N skipped`.
"""

import csv
import io
import os
import re
import sys
import time
from datetime import datetime, timedelta, timezone

import openpyxl
from PIL import Image
from playwright.sync_api import expect

from office import log_in, run
from walk import findings, too_wide

BASE, CODE = sys.argv[1].rstrip("/"), sys.argv[2]
PASSWORDS = {"tong": "yunxi-de-zaochen", "heling": "ting-shui-de-shan", "suhe": "qiao-bian-yizuo", "songming": "dao-chang-kankan"}
TODAY = datetime.now(timezone(timedelta(hours=8))).date()
DUE = TODAY + timedelta(days=30)
# A bulletin of a district that does not exist, of a meeting a week ago.
BULLETIN = f"""云溪区召开安全生产工作调度会
{(TODAY - timedelta(days=7)):%Y年%-m月%-d日}下午，副区长周启航主持召开全区安全生产工作调度会。应急管理局、消防大队、住建局及各街镇主要负责同志参加会议。
会议听取了应急管理局关于前一阶段工作情况的汇报。
会议指出，要切实提高思想认识，压实各方责任。
会议强调，要抓好重点场所专项检查。消防安全方面，消防大队要在{DUE:%Y年%-m月%-d日}前对全区商场、旅馆、养老院开展一次消防安全检查，建立隐患清单。建筑施工方面，住建局要对停工的工地开展复工前安全检查。各街镇要组织力量巡查农田及周边，严禁露天焚烧秸秆。
"""
UNITS = [("云溪区人民政府", "区政府", "政府", ""), ("应急管理局", "应急局", "部门", ""), ("消防救援大队", "消防大队", "部门", ""),
         ("住房和城乡建设局", "住建局", "部门", ""), ("柳湾镇", "", "镇街", ""), ("松岭镇", "", "镇街", ""),
         ("柳湾社区居委会", "柳湾社区", "村居", "柳湾镇")]
OFFICERS = [("周启航", "副区长", "区政府", "分管领导", "zhou"), ("贺岭", "大队长", "消防大队", "单位负责人", "heling"),
            ("苏禾", "安全科科员", "消防大队", "承办", "suhe"), ("宋明", "核查科科长", "安全生产委员会办公室", "核查", "songming")]
started = time.monotonic()
# What one step leaves for the next.
kept = {}


def shot(page, name):
    if shots := os.environ.get("BIHUAN_SHOTS"):
        page.screenshot(path=f"{shots}/guide-{name}.png", full_page=True)


def fits(page):
    """What the walk asks of every page, of those that only a new office sees."""
    page.set_viewport_size({"width": 1440, "height": 900})
    faults = too_wide(page, (1440, 390)) + findings(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not faults, f"{page.url}: {faults}"


def send(page, action):
    """Presses the button of the form that goes there."""
    page.locator(f"form[action$='{action}']").first.locator("button:not([type=button])").last.click()
    page.wait_for_load_state()


def office(browser):
    """童安, who sets everything up."""
    page = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(10_000)
    if "founded" in kept:
        log_in(page, BASE, "tong", PASSWORDS["tong"])
    return page


def onward(page, step):
    """The guide's own link to its next step, which is where it then is."""
    page.locator(".onward a").click()
    page.wait_for_url(f"{BASE}/setup/{step}")


def is_done(page, step):
    text = page.locator(f".steps a[href='/setup/{step}']").inner_text()
    assert ("已完成" in text) != ("待办" in text), text
    return "已完成" in text


def test_district(browser):
    page = office(browser)
    # Whatever is asked first leads to the guide.
    page.goto(BASE + "/matters")
    assert page.url == BASE + "/setup", page.url
    fits(page)
    for name, value in {"code": "aaaa-bbbb-cccc", "name": "云溪区", "division": "510199", "prefix": "yx", "person": "童安",
                        "post": "综合科科长", "login": "tong", "password": PASSWORDS["tong"]}.items():
        page.fill(f"[name={name}]", value)
    send(page, "/setup")
    expect(page.locator("main")).to_contain_text("setup.code")
    # What was typed is still there, but for the password.
    expect(page.locator("[name=name]")).to_have_value("云溪区")
    page.fill("[name=code]", CODE)
    page.fill("[name=password]", "tong-an-123")
    send(page, "/setup")
    expect(page.locator("[name=password]")).to_have_attribute("aria-invalid", "true")
    page.fill("[name=password]", PASSWORDS["tong"])
    send(page, "/setup")
    assert page.url.startswith(BASE + "/login"), page.url
    kept["founded"] = True
    page.fill("[name=login]", "tong")
    page.fill("[name=password]", PASSWORDS["tong"])
    page.keyboard.press("Enter")
    page.wait_for_url(BASE + "/setup/units")
    assert is_done(page, "district") and not is_done(page, "units")
    # The guide is over for everybody else, and the code with it.
    stranger = browser.new_context().new_page()
    stranger.goto(BASE + "/setup")
    assert stranger.url.startswith(BASE + "/login"), stranger.url


def test_units_from_a_table(browser):
    page = office(browser)
    page.goto(BASE + "/setup")
    assert page.url == BASE + "/setup/units", "the guide goes on where it was left"
    # The template that is offered opens as a table whose columns the guide knows.
    template = page.request.get(BASE + page.locator("a[href$='/units.csv']").get_attribute("href"))
    columns = next(csv.reader(io.StringIO(template.body().decode("utf-8-sig"))))
    assert columns == ["单位名称", "简称", "类别", "上级单位"], columns
    book = openpyxl.Workbook()
    book.active.append(columns)
    for unit in UNITS[:2] + [("某某镇", "", "不知何物", "")]:
        book.active.append(unit)

    def upload(book):
        bytes_ = io.BytesIO()
        book.save(bytes_)
        page.locator("input[name=file]").set_input_files(
            {"name": "单位.xlsx", "buffer": bytes_.getvalue(),
             "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
        send(page, "/units/units")

    # A line that cannot be read is named, and nothing is taken.
    upload(book)
    expect(page.locator("main")).to_contain_text("第4行")
    page.goto(BASE + "/setup/units")
    assert "应急管理局" not in page.locator("main table").inner_text()
    book.active.delete_rows(4)
    for unit in UNITS[2:]:
        book.active.append(unit)
    upload(book)
    shown = page.locator("main table").inner_text()
    for name, _, _, _ in UNITS:
        assert name in shown, f"{name} is not in {shown}"
    assert is_done(page, "units")
    shot(page, "units")


def test_officers_from_lines(browser):
    page = office(browser)
    page.goto(BASE + "/setup/units")
    onward(page, "officers")
    page.fill("[name=list]", "\n".join("，".join(line) for line in [*OFFICERS, ("某人", "科员", "没有的局", "承办", "moren")]))
    send(page, "/officers/officers")
    expect(page.locator("main")).to_contain_text("没有的局")
    page.fill("[name=list]", "\n".join("，".join(line) for line in OFFICERS))
    send(page, "/officers/officers")
    slips = {row[2]: row[3] for row in
             (line.locator("td").all_inner_texts() for line in page.locator("main tbody tr").all())}
    assert set(slips) == {login for *_, login in OFFICERS}, slips
    kept["slips"] = slips
    shot(page, "passwords")
    fits(page)
    page.locator("a[href='/setup/officers']").last.click()
    page.wait_for_url(BASE + "/setup/officers")
    for name, *_ in OFFICERS:
        expect(page.locator("main")).to_contain_text(name)
    assert not any(password in page.content() for password in slips.values()), "they are shown once"
    assert is_done(page, "officers")


def test_portfolios_and_calendar(browser):
    page = office(browser)
    page.goto(BASE + "/setup/officers")
    onward(page, "portfolios")
    page.locator("fieldset", has_text="周启航").get_by_label("消防", exact=True).check()
    send(page, "/portfolios/portfolios")
    expect(page.locator("fieldset", has_text="周启航").get_by_label("消防", exact=True)).to_be_checked()
    assert is_done(page, "portfolios")
    onward(page, "calendar")
    expect(page.locator("main")).to_contain_text(str(TODAY.year))
    take_over_next_year(page)
    onward(page, "meeting")
    assert not is_done(page, "meeting")
    shot(page, "meeting")
    # What has nothing to show yet says so, and fits too.
    for path in ("/", "/matters", "/meetings", "/reports", "/directory", "/views", "/import"):
        page.goto(BASE + path)
        fits(page)


def take_over_next_year(page):
    """Paste the notice, see what is wrong with it beside the box, compare the days, take them over."""
    new_year = TODAY.replace(year=TODAY.year + 1, month=1, day=1)
    weekdays = "一二三四五六日"
    right, wrong = (weekdays[(new_year.weekday() + off) % 7] for off in (0, 1))
    form = page.locator("form[action$='/setup/calendar/holidays']")
    form.locator("[name=year]").select_option(str(new_year.year))
    form.locator("[name=source]").fill(f"关于{new_year.year}年休假安排的通知")
    form.locator("[name=notice]").fill(f"元旦：1月1日（周{wrong}）放假1天。")
    send(page, "/calendar/holidays")
    expect(page.locator("#holidays-notice-error")).to_contain_text(f"周{wrong}")
    assert page.locator("[name=notice]").input_value().startswith("元旦")
    page.locator("[name=notice]").fill(f"元旦：1月1日（周{right}）放假1天。")
    send(page, "/calendar/holidays")
    expect(page.locator("ul.days").first).to_contain_text("1月1日")
    fits(page)
    shot(page, "holidays")
    page.locator("button[name=take]").click()
    page.wait_for_url(BASE + "/setup/calendar*")
    expect(page.locator("main")).to_contain_text(f"{new_year.year}.1")
    expect(page.locator("main")).to_contain_text("休假安排的通知")
    fits(page)
    shot(page, "calendar")


def test_the_first_bulletin(browser):
    page = office(browser)
    page.goto(BASE + "/setup/meeting")
    page.locator("main a[href='/meetings/new']").click()
    page.wait_for_url(BASE + "/meetings/new")
    page.fill("[name=text]", BULLETIN)
    send(page, "/meetings")
    assert re.search(r"/meetings/[0-9a-z]+/intake", page.url), page.url
    kept["meeting"] = re.search(r"/meetings/[0-9a-z]+", page.url).group(0)
    draft = page.locator(".draft", has_text="养老院")
    number = draft.get_attribute("data-clause")
    page.goto(f"{BASE}{kept['meeting']}/intake?at={number}")
    shot(page, "intake")
    form = page.locator(f"form[action$='/intake/clauses/{number}']").first
    # Unit by its short name, leader by the field, day by the text.
    assert form.locator("[name=lead] option:checked").inner_text() == "消防救援大队"
    assert "周启航" in form.locator("[name=leader] option:checked").inner_text()
    assert form.locator("[name=due]").input_value() == DUE.isoformat()
    form.locator("[name=standard]").select_option("paper")
    form.locator("button[value=issue]").click()
    page.wait_for_load_state()
    page.goto(BASE + "/matters")
    link = page.locator("main a[href^='/matters/0']", has_text="养老院").first
    kept["matter"] = link.get_attribute("href")
    expect(page.locator("main")).to_contain_text(f"YX-{TODAY.year}-0001")


def newcomer(browser, login):
    """Logs in with the slip, and is let in only with a password of one's own."""
    page = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(10_000)
    slip = kept["slips"][login]
    log_in(page, BASE, login, slip)
    assert page.url == BASE + "/account/password", page.url
    fits(page)
    page.goto(BASE + "/matters")
    assert page.url == BASE + "/account/password", "nothing is open before the slip's password is changed"
    for name, value in zip(page.locator("input[type=password]").all(), (slip, PASSWORDS[login], PASSWORDS[login])):
        name.fill(value)
    page.locator("form:has(input[type=password]) button").last.click()
    page.wait_for_load_state()
    page.goto(BASE + "/")
    assert page.url == BASE + "/", page.url
    return page


def mine(page, act):
    """On the home page the matter waits, with the act that it needs; its link leads to the form."""
    waits = page.locator("main").get_by_role("link", name=act, exact=True).last
    waits.click()
    page.wait_for_load_state()
    assert page.url.split("#")[0] == BASE + kept["matter"], page.url


def test_the_unit_handles_it(browser):
    lead = newcomer(browser, "heling")
    mine(lead, "签收")
    handler = lead.locator("form[action$='/acknowledge'] select")
    handler.select_option(label=next(text for text in handler.locator("option").all_inner_texts() if "苏禾" in text))
    send(lead, "/acknowledge")
    hand = newcomer(browser, "suhe")
    mine(hand, "申请销号")
    shot(hand, "matter")
    hand.locator("details:has(form[action$='/progress']) > summary").click()
    hand.fill("form[action$='/progress'] textarea", "已检查商场、旅馆12家，整改3处。")
    send(hand, "/progress")
    picture = io.BytesIO()
    Image.new("RGB", (640, 480), (124, 138, 96)).save(picture, "JPEG")
    # Without what the standard asks for it is not taken; what was typed stays.
    hand.fill("form[action$='/submit'] textarea", "全部完成，申请销号。")
    send(hand, "/submit")
    expect(hand.locator("main")).to_contain_text("matter.evidence_missing")
    expect(hand.locator("form[action$='/submit'] textarea")).to_have_value("全部完成，申请销号。")
    hand.locator("details:has(form[action$='/evidence']) > summary").click()
    hand.locator("form[action$='/evidence'] input[type=file]").set_input_files(
        {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()})
    send(hand, "/evidence")
    hand.fill("form[action$='/submit'] textarea", "全部完成，申请销号。")
    send(hand, "/submit")
    expect(hand.locator("main")).to_contain_text("已检查商场、旅馆12家")
    assert hand.locator("form[action$='/close']").count() == 0, "whoever handled it does not verify it"


def test_another_closes_it(browser):
    page = newcomer(browser, "songming")
    mine(page, "核查销号")
    page.fill("form[action$='/close'] textarea", "实地抽查4家，属实，同意销号。")
    send(page, "/close")
    expect(page.locator(".seal, .stamp").first).to_contain_text("已销号")
    shot(page, "closed")
    guide = office(browser)
    guide.goto(BASE + "/setup/finish")
    checks = guide.locator(".checks li").all_inner_texts()
    assert len(checks) == 7 and all("已完成" in check for check in checks), checks
    guide.goto(f"{BASE}{kept['meeting']}/report")
    expect(guide.locator(".totals a[href*='show=closed']").first).to_have_text("1")
    taken = time.monotonic() - started
    print(f"from an empty folder to a closed matter in {taken:.0f} s of clicks")


run([("the district and the first account", test_district), ("units from a table", test_units_from_a_table),
     ("officers from lines", test_officers_from_lines), ("portfolios and the calendar", test_portfolios_and_calendar),
     ("the first bulletin", test_the_first_bulletin), ("the unit handles it", test_the_unit_handles_it),
     ("another closes it", test_another_closes_it)])
