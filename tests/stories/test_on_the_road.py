"""On the road with a phone: what was typed without network is there again, and is laid down once.

The network is taken away in the browser itself, from pages and worker alike.
"""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session

from browser.conftest import PHONE
from cast import PASSWORD
from sanwei.acts.models import FactRow
from sanwei.cases.models import Case
from sanwei.documents.models import Upload
from sanwei.journal.models import Entry
from stories.hands import Hands
from stories.test_on_the_spot_in_the_browser import SPOT, pay_and_close
from walking import EVIDENCE as GIVEN
from walking import day, do, walk

pytestmark = pytest.mark.browser
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
FORM = "/cases/new/decide_on_the_spot"
TOLD = {**SPOT, "罚款": "200"}
KEPT = "草稿已存在这台设备上"
READY = "navigator.serviceWorker.ready.then(() => true)"
STORED = """async () => {
  const base = await new Promise((done) => {
    const r = indexedDB.open('sanwei', 1); r.onsuccess = () => done(r.result); });
  const found = [];
  let seen = '';
  for (const name of ['drafts', 'photos', 'pages']) {
    const rows = await new Promise((done) => {
      const r = base.transaction(name).objectStore(name).getAll(); r.onsuccess = () => done(r.result); });
    found.push(rows.length);
    for (const row of rows) for (const part of [row.box, row.head && row.head.box, row.body && row.body.box])
      if (part) seen += new TextDecoder().decode(part);
  }
  return [...found, /李某某|当场处罚|现场1|PNG/.test(seen)];
}"""
BAR = "document.querySelector('.act-bar').offsetHeight"
SMALL = """() => [...document.querySelectorAll(`main a, main button, main summary, main select, main label.choice,
  main input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file]), .tabbar a, .top a`)]
  .filter((e) => e.getClientRects().length && !(e.tagName === 'A' && e.closest('p, dd') && !e.matches('.btn')))
  .map((e) => [e.getBoundingClientRect(), e])
  .filter(([box, e]) => box.height < 43.5 && box.width > 1)
  .map(([box, e]) => e.tagName + ' ' + e.className + ' “' + e.textContent.trim().slice(0, 20) + '” ' + box.height)"""


def typed(hands: Hands, told: dict, pictures: int = 0) -> None:
    hands.answers(told)
    if pictures:
        files = [{"name": f"现场{n}.png", "mimeType": "image/png", "buffer": PICTURE} for n in range(1, pictures + 1)]
        hands.question("照片、扫描件").locator("input[type=file]").first.set_input_files(files)
    hands.page.get_by_text(KEPT).wait_for()
    hands.page.wait_for_timeout(700)


def pressed(hands: Hands, name: str, words: str) -> None:
    """The button is pressed, no page follows, the form says these words."""
    hands.page.locator("main form").get_by_role("button", name=name, exact=True).click()
    hands.page.locator("[data-draft-told]", has_text=words).wait_for()


@pytest.fixture
def on_the_road(sits_down) -> Callable[[str, str], Hands]:
    """Somebody with a phone, who has opened this form while there was a network."""

    def opened(name: str, path: str) -> Hands:
        hands = sits_down(name, PHONE)
        hands.open(path)
        hands.page.evaluate(READY)
        assert hands.page.evaluate(SMALL) == [], "too small for a thumb"
        return hands

    return opened


def test_a_decision_typed_without_network_outlives_its_page_and_is_made_once(on_the_road, sits_down) -> None:
    officer: Hands = on_the_road("officer", FORM)
    context = officer.seen.context
    context.set_offline(True)
    bar = officer.page.evaluate(BAR)
    typed(officer, TOLD, pictures=2)
    assert officer.page.evaluate(BAR) == bar, "the button moves under the thumb when the draft is kept"
    pressed(officer, "当场处罚", "没有网络，还没有办理")
    officer.page.close()
    officer.page = officer.seen.page = context.new_page()
    officer.page.goto(officer.seen.address + "/drafts")
    officer.page.get_by_role("heading", name="当场处罚").wait_for()
    assert "等待提交" in officer.said() and "2 个文件" in officer.said() and "李某某" in officer.said()
    officer.page.get_by_role("link", name="打开", exact=True).click()
    officer.page.locator("form[data-drafting]").wait_for()
    assert officer.question("认定的事实和证据").locator("textarea").input_value() == SPOT["认定的事实和证据"]
    assert officer.page.locator(".files-list li").all_inner_texts() == [
        f"现场{n}.png，{len(PICTURE)} 字节\n去掉" for n in (1, 2)
    ]
    assert not Case.objects.exists()
    with officer.page.expect_navigation(url=lambda url: "/cases/" in url and "/new/" not in url):
        context.set_offline(False)
    said = officer.said()
    assert "已办理“当场处罚”" in said and "郑城管当罚〔2026〕1号" in said
    case = Case.objects.get()
    assert Upload.objects.filter(matter_id=str(case.pk)).count() == 2
    officer.page.goto(officer.seen.address + "/drafts", wait_until="networkidle")
    assert "没有草稿" in officer.said()
    assert Entry.objects.filter(act="decide_on_the_spot", outcome=Entry.DONE).count() == 1
    officer.seen.complaints.clear()  # the browser's own words about the network that was away
    officer.open(case.get_absolute_url())
    pay_and_close(officer, sits_down("leader", PHONE), case)


def test_what_the_gate_refuses_later_waits_with_its_reason_until_it_is_put_right(on_the_road) -> None:
    officer: Hands = on_the_road("officer", FORM)
    officer.seen.context.set_offline(True)
    typed(officer, {**SPOT, "罚款": "300"})
    pressed(officer, "当场处罚", "没有网络，还没有办理")
    officer.page.goto(officer.seen.address + "/drafts")
    officer.page.get_by_text("等待提交").wait_for()
    officer.seen.context.set_offline(False)
    officer.page.goto(officer.seen.address + "/drafts")
    officer.page.get_by_text("需要核对").wait_for()
    assert "没有办成" in officer.said() and not Case.objects.exists()
    officer.page.get_by_role("link", name="打开核对").click()
    officer.page.locator("form[data-drafting]").wait_for()
    assert officer.question("复核意见").locator("textarea").input_value() == SPOT["复核意见"]
    officer.answer("罚款", "200")
    officer.seen.complaints.clear()
    assert officer.press("当场处罚") == 200
    assert Case.objects.count() == 1


def test_an_answer_that_was_lost_on_the_way_is_found_again_and_nothing_is_done_twice(on_the_road) -> None:
    officer: Hands = on_the_road("officer", FORM)
    typed(officer, TOLD, pictures=1)

    def lost(route) -> None:
        """The server does what it is sent, its answer never arrives."""
        if route.request.method != "POST":
            return route.continue_()
        route.fetch(max_redirects=0)
        return route.abort()

    officer.page.route("**/cases/new/*", lost)
    with officer.page.expect_event("requestfailed", lambda asked: asked.method == "POST"):
        officer.page.locator("main form").get_by_role("button", name="当场处罚", exact=True).click()
    assert Case.objects.count() == 1
    officer.page.close()
    officer.page = officer.seen.page = officer.seen.context.new_page()
    officer.page.goto(officer.seen.address + "/drafts", wait_until="networkidle")
    assert "“当场处罚”已经办理，没有重复" in officer.said() and "没有草稿" in officer.said()
    assert Entry.objects.filter(act="decide_on_the_spot").count() == 1


EVIDENCE = {
    "证据种类": "视听资料",
    "证据名称": "店门口的录像",
    "取得地点": "郑州市示例路 8 号",
    "取得方式": "手机拍摄",
    "证明对象": "砂石占道",
    "取得合法": True,
}


def test_who_was_slower_sees_both_versions_and_loses_nothing(on_the_road, cast, days) -> None:
    days.to(3, 9)
    case = walk(cast, "investigating")
    path = f"/cases/{case.pk}/do/add_evidence"
    officer: Hands = on_the_road("officer", path)
    officer.seen.context.set_offline(True)
    typed(officer, EVIDENCE, pictures=1)
    pressed(officer, "登记证据", "没有网络，还没有办理")
    theirs = GIVEN | {
        "obtained_on": day(3, 9),
        "evidence_title": "同事拍的照片",
        "second_officer": str(cast.officer.pk),
    }
    do("add_evidence", cast.partner, day(3, 9), theirs, case)
    with officer.page.expect_navigation():
        officer.seen.context.set_offline(False)
    said = officer.said()
    assert "这一案刚才有人改过" in said and "乙办案" in said
    assert "店门口的录像" in said and "同事拍的照片" in said
    assert officer.question("证据名称").locator("input").input_value() == "店门口的录像"
    officer.seen.complaints.clear()
    assert officer.press("登记证据") == 200
    titles = [r.facts["evidence_title"] for r in FactRow.objects.filter(matter_id=case.pk, grain="evidence")]
    assert {"同事拍的照片", "店门口的录像"} <= set(titles) and len(titles) == len(set(titles))
    assert Upload.objects.filter(matter_id=str(case.pk), original_name="现场1.png").count() == 1
    officer.open("/drafts")
    assert "没有草稿" in officer.said()


def test_an_expired_session_asks_to_sign_in_and_goes_on(on_the_road) -> None:
    officer: Hands = on_the_road("officer", FORM)
    typed(officer, TOLD)
    Session.objects.all().delete()
    pressed(officer, "当场处罚", "登录已经过期")
    with officer.page.expect_navigation(wait_until="networkidle"):
        officer.page.get_by_role("link", name="重新登录").click()
    officer.page.get_by_label("用户名").fill("officer")
    officer.page.get_by_label("密码").fill(PASSWORD)
    with officer.page.expect_navigation(wait_until="networkidle"):
        officer.page.get_by_role("button", name="登录").click()
    officer.page.get_by_text("“当场处罚”已经办理").wait_for()
    assert Case.objects.count() == 1


def test_on_a_shared_phone_nobody_reads_the_drafts_of_another(on_the_road) -> None:
    officer: Hands = on_the_road("officer", FORM)
    typed(officer, TOLD, pictures=1)
    assert officer.page.evaluate(STORED) == [1, 1, 1, False]
    officer.seen.context.clear_cookies()
    officer.seen.sign_in("partner")
    officer.page.goto(officer.seen.address + "/drafts", wait_until="networkidle")
    assert "还有别人的 1 份草稿" in officer.said() and "李某某" not in officer.said()
    officer.seen.context.clear_cookies()
    officer.seen.sign_in("officer")
    officer.page.goto(officer.seen.address + "/drafts", wait_until="networkidle")
    assert "李某某" in officer.said()
    officer.page.locator("header .me summary").click()
    with officer.page.expect_navigation(wait_until="networkidle"):
        officer.page.get_by_role("button", name="退出登录").click()
    assert officer.dialogs == ["这台设备上还有 1 份没有提交的草稿，退出登录会把它们删除。仍然退出吗？"]
    assert officer.page.evaluate(STORED) == [0, 0, 0, False]
    assert officer.page.evaluate("document.cookie.includes('sanwei-drafts')") is False
    assert officer.page.evaluate("caches.keys().then((names) => names.length)") == 0


def test_without_script_the_form_is_a_plain_form(sits_down, visit, cast) -> None:
    seen = visit(PHONE, script=False).sign_in("officer")
    seen.go(FORM)
    boxes = seen.page.locator("input[type=file]")
    assert [boxes.nth(n).get_attribute("capture") for n in range(2)] == [None, "environment"]
    assert boxes.nth(1).get_attribute("accept") == "image/*" and boxes.nth(1).is_visible()
    assert seen.page.locator(
        "#id_fine"
    ).is_visible()  # what goes with one choice is taken off the page by a script alone
    with seen.leaving():
        seen.page.get_by_role("button", name="当场处罚").click()
    assert "处需要修改" in seen.page.locator("main").inner_text()
