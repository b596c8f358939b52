"""A clerk takes a bulletin through the intake by keyboard alone; two clerks meet on one draft; no script is needed.

Usage: test_intake.py BASE_URL SAMPLE_BULLETIN. Prints `N passed`, `N failed`, `N skipped`.
"""

import os
import re
import sys
import time

from playwright.sync_api import Error, expect

import office
from office import run

BASE, SAMPLE = sys.argv[1].rstrip("/"), sys.argv[2]


# Set from the moment in which a form is sent until the next page is there; a draft is kept first, and then sent.
SENT = "addEventListener('submit', () => { window.isSent = true }, { capture: true })"


def somebody(browser, login, **options):
    page = office.somebody(browser, BASE, login, **options)
    page.add_init_script(SENT)
    return page


def settle(page):
    """Waits for the answer, if something was sent. The pages' own rules forbid what `wait_for_function` would do."""
    for _ in range(600):
        try:
            if page.evaluate("!window.isSent && document.readyState === 'complete'"):
                # Three frames later the page has put the keyboard where it belongs.
                page.evaluate("""() => new Promise((done) => requestAnimationFrame(
                    () => requestAnimationFrame(() => requestAnimationFrame(done))))""")
                return
        except Error:
            pass  # The page went while it was asked.
        page.wait_for_timeout(50)
    raise AssertionError(f"no answer to what was sent at {page.url}")


def bulletin(page):
    """Enters the sample; answers the path of its intake."""
    page.goto(BASE + "/meetings/new")
    page.locator("textarea[name=text]").fill(open(SAMPLE, encoding="utf-8").read())
    page.locator("form:has(textarea[name=text]) button").last.click()
    page.wait_for_load_state()
    return re.search(r"/meetings/[0-9a-z]+/intake", page.url).group(0)


def tally(page):
    """All, drafts, no action, undecided: the line at the foot."""
    return [int(n) for n in re.findall(r"\d+", page.locator(".footline p").first.inner_text())][:4]


def press(page, *keys):
    """Keys one after the other; whatever they send is waited for."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(60)
        settle(page)


def held(page):
    """The number of the clause whose draft has the keyboard."""
    return page.evaluate("document.activeElement.closest('.draft')?.dataset.clause ?? null")


def states(page):
    return page.locator(".draft").evaluate_all("all => all.map(d => [d.dataset.clause, d.className])")


def test_by_keyboard_alone(browser):
    page = somebody(browser, "anwei", viewport={"width": 1440, "height": 900}, locale="zh-CN")
    intake = bulletin(page)
    count = tally(page)[0]
    assert count > 15 and tally(page)[3] == count, tally(page)
    start = held(page)
    assert start is not None, "a fresh page takes a draft in hand"
    press(page, "j")
    assert held(page) != start
    press(page, "k")
    assert held(page) == start

    # x, a reason, Enter: no action. z takes it back, also after a reload.
    press(page, "x")
    page.keyboard.type("属于思想认识要求")
    press(page, "Enter")
    expect(page.locator(f"#draft-{start}")).to_have_class(re.compile("no_action"))
    assert tally(page) == [count, 0, 1, count - 1]
    page.reload()
    press(page, "z")
    assert tally(page) == [count, 0, 0, count]

    # s: a slogan, and back by z.
    kind = page.locator(f"#draft-{start} .tag.slogan").count()
    press(page, "s")
    assert page.locator(f"#draft-{start} > summary .tag.slogan").count() == 1 - kind
    press(page, "z")
    assert page.locator(f"#draft-{start} > summary .tag.slogan").count() == kind

    # m: merged with the next; / at the cursor: split. Nothing of the text is lost.
    plain = page.locator(".draft:not(:has(.tag.persons))").nth(4).get_attribute("data-clause")
    page.goto(f"{BASE}{intake}?at={plain}#draft-{plain}")
    before = page.locator(f"#draft-{plain} > summary .song").inner_text()
    press(page, "m")
    assert tally(page)[0] == count - 1
    merged = page.locator(f"#draft-{held(page)} > summary .song").inner_text()
    assert merged.startswith(before), merged
    press(page, "/")
    for _ in range(len(before) + 1):
        page.keyboard.press("ArrowRight")
    press(page, "/")
    assert tally(page)[0] == count, page.locator(".notice").inner_text()
    assert page.locator(f"#draft-{held(page)} > summary .song").inner_text().startswith(before)
    press(page, "z", "z")
    assert tally(page)[0] == count
    assert page.locator(f"#draft-{plain} > summary .song").inner_text() == before

    # a: words that the reader passed over, selected in the text.
    page.evaluate("""() => {
        const run = [...document.querySelectorAll('.intake .song span[data-at]')].find((s) => s.textContent.length > 12);
        const range = document.createRange();
        range.setStart(run.firstChild, 2);
        range.setEnd(run.firstChild, 10);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""")
    page.wait_for_timeout(50)
    press(page, "a")
    added = page.locator("#add textarea").input_value()
    assert len(added) == 8, added
    page.locator("#add button").press("Enter")
    settle(page)
    assert tally(page)[0] == count + 1
    assert page.locator(f"#draft-{held(page)} > summary .song").inner_text() == added
    press(page, "z")
    assert tally(page)[0] == count

    # u, f and d go to their boxes, Esc comes back, Enter accepts.
    for key, name in (("u", "lead"), ("f", "field"), ("d", "due")):
        press(page, key)
        assert page.evaluate("document.activeElement.name") == name, (key, held(page), page.url)
        press(page, "Escape")
        left = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        assert left.startswith("<summary"), f"{key}: {left}"

    # The rest, as a clerk would: persons and slogans aside, everything else accepted with the office where no unit is.
    for _ in range(3 * count):
        if tally(page)[3] == 0:
            break
        draft = page.locator(f"#draft-{held(page)}")
        if draft.locator("> summary .tag.persons, > summary .tag.slogan").count():
            press(page, "x")
            if not page.evaluate("document.activeElement.value"):
                page.keyboard.type("以人为对象，不列为事项")
            press(page, "Enter")
            continue
        press(page, "u")
        if not page.evaluate("document.activeElement.value"):
            page.locator(f"#draft-{held(page)} select[name=lead]").select_option(index=1)
        page.locator(f"#draft-{held(page)} input[name=due]").fill("2031-03-20")
        press(page, "Escape", "Enter")
    assert tally(page)[3] == 0, tally(page)
    page.locator("#issue-all button").press("Enter")
    settle(page)
    assert page.url.split("?")[0].endswith(intake.removesuffix("/intake")), page.url
    assert page.locator("a[href^='/matters/0'], .clause").count() > 0


def test_carries_over_what_is_under_way(browser):
    """The bulletin whose matters were just issued comes again, as the next meeting's would."""
    page = somebody(browser, "anwei", viewport={"width": 1440, "height": 900}, locale="zh-CN")
    intake = bulletin(page)
    draft = page.locator(".draft:has(.alike)").first
    number = draft.get_attribute("data-clause")
    page.goto(f"{BASE}{intake}?at={number}#draft-{number}")
    draft = page.locator(f"#draft-{number}")
    matter = draft.locator(".alike a").get_attribute("href")
    count = tally(page)
    if shots := os.environ.get("BIHUAN_SHOTS"):
        page.screenshot(path=f"{shots}/intake-alike.png")
    press(page, "c")
    expect(page.locator(f"#draft-{number}")).to_have_class(re.compile("no_action"))
    assert page.locator(f"#draft-{number} .carried a").get_attribute("href") == matter
    assert tally(page) == [count[0], count[1], count[2] + 1, count[3] - 1]
    # The matter's own page names the meeting that asked again.
    page.goto(BASE + matter)
    assert page.locator(".again a").first.get_attribute("href").startswith(intake.removesuffix("/intake"))
    page.goto(f"{BASE}{intake}?at={number}#draft-{number}")
    press(page, "z")
    assert tally(page) == count
    expect(page.locator(f"#draft-{number} .alike a")).to_have_attribute("href", matter)


def test_a_word_added_here_shows_what_it_changes(browser):
    """A word of the district's own; what was confirmed stays, what nobody touched takes the new reading and gives it back."""
    page = somebody(browser, "anwei", viewport={"width": 390, "height": 844}, locale="zh-CN")
    page.goto(BASE + "/meetings/new")
    page.locator("textarea[name=text]").fill(
        "清河区召开安全生产工作会议\n11月20日，副区长林知远主持召开全区安全生产工作会议。\n会议强调，要开展铁皮屋排查。要清理铁皮屋杂物。")
    page.locator("form:has(textarea[name=text]) button").last.click()
    page.wait_for_load_state()
    intake = re.search(r"/meetings/[0-9a-z]+/intake", page.url).group(0)
    numbers = [d.get_attribute("data-clause") for d in page.locator(".draft").all()]
    assert len(numbers) == 2
    page.goto(f"{BASE}{intake}?at={numbers[1]}")
    page.locator(f"#draft-{numbers[1]} button[value=confirm]").click()
    page.wait_for_load_state()
    page.goto(BASE + "/words/lists/field.fire")
    page.locator("textarea[name=added]").fill("铁皮屋 9")
    page.locator("form#words .buttons button").click()
    page.wait_for_load_state()
    assert page.locator(".notice.done").count() == 1 and "铁皮屋" in page.locator(".story").inner_text()
    page.goto(BASE + intake + "/reread")
    assert page.locator("table.reread tbody tr").count() >= 2
    assert page.locator("input[name=place]").count() == 1, "only what nobody touched"
    page.locator("form#reread button").click()
    page.wait_for_load_state()
    assert page.url.endswith(intake) and page.locator("#undo button").count() == 1
    page.goto(BASE + intake + "/reread")
    assert page.locator("input[name=place]").count() == 0
    page.goto(BASE + intake)
    page.locator("#undo button").click()
    page.wait_for_load_state()
    page.goto(BASE + intake + "/reread")
    assert page.locator("input[name=place]").count() == 1
    page.goto(BASE + "/words/lists/field.fire")
    page.locator("textarea[name=added]").fill("")
    page.locator("form#words .buttons button").click()
    page.wait_for_load_state()
    page.goto(BASE + intake + "/reread")
    assert page.locator("table.reread tbody tr").count() == 0


PLACES = ["商场", "学校食堂", "养老院", "加油站", "建筑工地", "水库", "校车停放点", "燃气场站", "医院", "文化馆", "冷库", "渡口"]
TASKS = ["开展一次全面检查", "建立隐患清单", "完善应急预案", "组织一次应急演练", "整改上月查出的隐患"]


def test_sixty_requirements_need_sixty_keys(browser):
    page = somebody(browser, "anwei", viewport={"width": 1440, "height": 900}, locale="zh-CN")
    demands = [f"{n + 1}.区应急管理局要对{place}{task}，20个工作日内完成。" for n, (place, task) in
               enumerate((place, task) for place in PLACES for task in TASKS)]
    page.goto(BASE + "/meetings/new")
    page.locator("textarea[name=text]").fill(
        "清河区安全生产工作会议纪要\n2026年3月12日，副区长林知远主持召开全区安全生产工作会议。会议议定：\n" + "\n".join(demands))
    page.locator("form:has(textarea[name=text]) button").last.click()
    page.wait_for_load_state()
    assert tally(page)[0] == 60, tally(page)
    keys, began = 0, time.monotonic()
    while tally(page)[3] > 0 and keys < 70:
        press(page, "Enter")
        keys += 1
    print(f"sixty requirements: {keys} keys, {time.monotonic() - began:.0f} s of the machine's time")
    assert tally(page)[3] == 0 and keys == 60, (keys, tally(page))


def test_keeps_what_is_typed(browser):
    page = somebody(browser, "anwei")
    intake = bulletin(page)
    number = page.locator(".draft:not(:has(.tag.persons))").nth(3).get_attribute("data-clause")
    page.goto(f"{BASE}{intake}?at={number}")
    text = page.locator(f"#draft-{number} textarea[name=text]")
    text.fill("要开展一次全面排查，三月底前报送隐患清单。")
    expect(page.locator(f"#draft-{number} .saving")).not_to_be_empty(timeout=8000)
    page.goto(f"{BASE}{intake}?at={number}")
    expect(text).to_have_value("要开展一次全面排查，三月底前报送隐患清单。")
    # What is typed a moment before a button is pressed goes with it.
    text.fill("要开展一次全面排查。")
    page.locator(f"#draft-{number}").evaluate("draft => draft.querySelector('[data-key=s]').click()")
    settle(page)
    page.goto(f"{BASE}{intake}?at={number}")
    expect(text).to_have_value("要开展一次全面排查。")


def test_two_clerks_on_one_draft(browser):
    first, second = somebody(browser, "anwei", locale="zh-CN"), somebody(browser, "dailu", locale="zh-CN")
    intake = bulletin(first)
    number = first.locator(".draft:not(:has(.tag.persons))").nth(2).get_attribute("data-clause")
    for page in (first, second):
        page.clock.install()
        page.goto(f"{BASE}{intake}?at={number}")
    form = f"#draft-{number}-form"
    first.locator(f"{form} textarea[name=text]").fill("甲写的内容。")
    first.locator(f"{form} button[value=save]").click()
    first.wait_for_load_state()

    # The other is told before acting.
    second.clock.fast_forward(21_000)
    expect(second.locator(".news")).to_contain_text(re.compile("童安|安"))
    second.locator(f"{form} textarea[name=text]").fill("乙写的内容。")
    second.locator(f"{form} button[value=save]").click()
    second.wait_for_load_state()
    both = second.locator(f"#draft-{number} .both")
    expect(both).to_contain_text("甲写的内容。")
    expect(both).to_contain_text("乙写的内容。")
    expect(second.locator(f"{form} textarea[name=text]")).to_have_value("乙写的内容。")
    if shots := os.environ.get("BIHUAN_SHOTS"):
        second.screenshot(path=f"{shots}/intake-two-clerks.png", full_page=True)
    # Sent again it is a choice, and holds.
    second.locator(f"{form} button[value=save]").click()
    second.wait_for_load_state()
    first.goto(f"{BASE}{intake}?at={number}")
    expect(first.locator(f"{form} textarea[name=text]")).to_have_value("乙写的内容。")


def test_a_matter_page_says_that_it_is_stale(browser):
    first, second = somebody(browser, "anwei", locale="zh-CN"), somebody(browser, "dailu", locale="zh-CN")
    first.goto(BASE + "/matters?phase=underway")
    matter = first.locator("main a[href^='/matters/0']").first.get_attribute("href")
    second.clock.install()

    def amend(page, text, reason):
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.locator("form[action$='/amend'] textarea[name=text]").fill(text)
        page.locator("form[action$='/amend'] textarea[name=reason]").fill(reason)
        page.locator("form[action$='/amend'] button").last.click()
        page.wait_for_load_state()

    second.goto(BASE + matter)
    first.goto(BASE + matter)
    amend(first, "要检查二十家场所。", "写明家数")
    expect(second.locator(".news")).to_be_empty()
    second.clock.fast_forward(21_000)
    expect(second.locator(".news")).to_contain_text("写明家数")
    # Acting all the same changes nothing, says what is new and keeps what was typed.
    amend(second, "要检查全部场所。", "写明范围")
    expect(second.locator("main")).to_contain_text("page.stale")
    expect(second.locator("section.notice")).to_contain_text("写明家数")
    expect(second.locator("form[action$='/amend'] textarea[name=reason]")).to_have_value("写明范围")


def test_without_scripts(browser):
    page = somebody(browser, "anwei", java_script_enabled=False)
    intake = bulletin(page)
    count = tally(page)[0]
    # A line break in the requirement's words is a cut.
    number = page.locator(".draft[open]").first.get_attribute("data-clause")
    words = page.locator(f"#cut-{number} textarea")
    text = words.text_content().lstrip("\n")
    page.locator(f"#draft-{number} details.cut summary").click()
    words.fill(text[:6] + "\n" + text[6:])
    page.locator(f"#cut-{number} button[value=split]").click()
    page.wait_for_load_state()
    assert tally(page)[0] == count + 1
    page.locator("#undo button").click()
    page.wait_for_load_state()
    assert tally(page)[0] == count
    page.goto(BASE + intake + "/repairs")
    assert page.locator("h2").count() >= 2


run([("by keyboard alone", test_by_keyboard_alone), ("carries over what is under way", test_carries_over_what_is_under_way),
     ("a word added here shows what it changes", test_a_word_added_here_shows_what_it_changes),
     ("sixty requirements need sixty keys", test_sixty_requirements_need_sixty_keys),
     ("keeps what is typed", test_keeps_what_is_typed),
     ("two clerks on one draft", test_two_clerks_on_one_draft),
     ("a matter page says that it is stale", test_a_matter_page_says_that_it_is_stale),
     ("without scripts", test_without_scripts)])
