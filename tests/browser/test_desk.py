"""The desk in a real browser: clean under axe, nothing wider than the page, no foreign request, usable without
script.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.conftest import DESK, OVERFLOWING, PHONE, filled
from sanwei.cases.models import Case, Party

PAGES = {
    "officer": [
        "/",
        "/duties",
        "/cases/",
        "/cases/?tab=mine",
        "/search?q=示例",
        "/search",
        "/account",
        "/drafts",
        "/law/",
    ],
    "leader": [
        "/",
        "/duties?scope=all",
        "/duties/overview",
        "/refusals",
        "/readings",
        "/cases/?tab=waiting",
        "/cases/rules",
    ],
    "reviewer": ["/"],
    "supervisor": ["/", "/duties/overview", "/refusals", "/law/duties", "/law/parameters", "/law/controls"],
    "admin": ["/"],
}
LAW = ["/law/ZZ39", "/law/controls/case.served-in-time"]


def faults(page) -> list[str]:
    """What axe says, and what is wider than the page; with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => { if (!d.closest('header')) d.open = true; })")
    said = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in Axe().run(page).response["violations"]]
    return said + page.evaluate(OVERFLOWING)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_is_clean_for_every_role(desk, visit, live_server, size) -> None:
    filled(desk, "lead", "investigating", "deliberating", "executing", "closed")
    wrong: dict[str, list[str]] = {}
    for who, paths in PAGES.items():
        seen = visit(size).sign_in(who)
        for path in [*paths, *(LAW if who == "supervisor" else [])]:
            status = seen.go(path)
            if found := [*([] if status == 200 else [f"status {status}"]), *faults(seen.page), *seen.complaints]:
                wrong[f"{who} {path}"] = found
            seen.complaints.clear()
        assert seen.hosts == {urlsplit(live_server.url).netloc}
    assert wrong == {}


def test_the_whole_particulars_are_asked_for_and_seen_once_without_script(desk, visit) -> None:
    filled(desk, "investigating")
    case = Case.objects.get(stage="investigating")
    Party.objects.filter(case=case).update(phone="13800001234")
    seen = visit(PHONE, script=False).sign_in("officer")
    seen.go(case.get_absolute_url())
    with seen.leaving():
        seen.page.get_by_role("link", name="查看完整信息").click()
    assert "13800001234" not in seen.page.locator("main").text_content()
    seen.page.get_by_label("联系、通知当事人").check()
    with seen.leaving():
        seen.page.get_by_role("button", name="记录用途并查看").click()
    assert "13800001234" in seen.page.locator("main").text_content()
    seen.page.reload()
    assert "13800001234" not in seen.page.locator("main").text_content()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_sign_in_page_is_clean_before_and_after_a_wrong_password(transactional_db, cast, visit, size) -> None:
    seen = visit(size)
    seen.go("/login")
    assert faults(seen.page) == []
    seen.sign_in("officer", "wrong")
    assert seen.page.get_by_role("alert").is_visible()
    assert faults(seen.page) == []


def test_choosing_a_duty_shows_its_case_without_script_and_one_more_click_opens_it(desk, visit) -> None:
    seen = visit(DESK, script=False).sign_in("officer")
    seen.go("/")
    titles = seen.page.locator(".duties .d-title a")
    assert titles.count() > 1
    with seen.leaving():
        titles.nth(1).click()
    chosen = seen.page.locator(".duties tr.selected small").first.text_content()
    assert seen.page.locator("#progress .way-of").text_content().split(" · ")[1] in chosen
    with seen.leaving():
        seen.page.get_by_role("link", name="打开案卷").click()
    assert seen.page.locator("h1").text_content()
    assert "/cases/" in seen.page.url


def test_a_leader_gets_from_the_workbench_to_the_question_in_one_click(desk, visit) -> None:
    seen = visit(DESK).sign_in("leader")
    seen.go("/")
    with seen.leaving():
        seen.page.locator("section", has_text="待我审批").get_by_role("link", name="批准立案").first.click()
    waiting = Case.objects.get(stage="filing")
    assert seen.page.url.endswith(f"/cases/{waiting.pk}/do/file_case")


def test_two_characters_in_the_box_on_top_find_a_case(desk, visit) -> None:
    seen = visit(DESK).sign_in("officer")
    seen.page.get_by_role("searchbox", name="搜索案件").fill("烩面")
    with seen.leaving():
        seen.page.keyboard.press("Enter")
    assert "金水区示例烩面馆" in seen.page.locator("main").text_content()
    assert "郑州示例装饰有限公司" not in seen.page.locator("main").text_content()


def test_on_a_phone_the_bar_at_the_bottom_marks_where_one_is(transactional_db, cast, visit) -> None:
    seen = visit(PHONE).sign_in("officer")
    for path, label in (("/", "工作台"), ("/cases/", "案件"), ("/duties", "期限"), ("/account", "我的")):
        seen.go(path)
        assert seen.page.locator(".tabbar a[aria-current]").all_text_contents() == [label], path
