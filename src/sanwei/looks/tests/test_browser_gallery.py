"""The gallery in a real browser: every component at a desk, on a phone and at 400 %, with and without JavaScript."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

DESK, PHONE, NARROW = (1366, 768), (390, 844), (320, 568)
PAGES = ["gallery", "gallery/login", "gallery/400", "gallery/403", "gallery/403_csrf", "gallery/404", "gallery/500"]
OVERFLOWING = """() => {
  const room = document.documentElement.clientWidth;
  const inScroll = (e) => { for (let p = e.parentElement; p; p = p.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return true; } return false; };
  const wide = [...document.querySelectorAll('body *')].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.right > room + 1 && !inScroll(e) && !e.closest('svg') && !e.closest('.vh');
  }).map((e) => e.tagName + '.' + e.className);
  const whole = document.documentElement.scrollWidth;
  return whole > room ? ['page is ' + whole, ...wide] : wide;
}"""
OPEN_DETAILS = "document.querySelectorAll('main details').forEach((d) => { d.open = true; })"
SMALL_TARGETS = """(least) => [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden])')]
  .filter((e) => {
    const box = e.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || box.right < 0) return false;
    if (e.matches('.d-title a')) return e.parentElement.getBoundingClientRect().height < least;
    if (e.closest('p, dd, .said, .todo-line') && !e.classList.contains('btn')) return false;
    if (['radio', 'checkbox'].includes(e.type)) return e.closest('label').getBoundingClientRect().height < least;
    return box.height < least;
  }).map((e) => e.tagName + ' ' + e.textContent.trim().slice(0, 20) + ' ' + e.getBoundingClientRect().height)"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("sanwei.looks.tests.urls"),
    pytest.mark.django_db(transaction=True),
]


class Visit:
    """One open page with what the browser complained about and whom it asked."""

    def __init__(self, browser: Browser, address: str, size: tuple[int, int], script: bool = True) -> None:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="zh-CN", java_script_enabled=script
        )
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        answer = self.page.goto(address, wait_until="load")
        name = address.rpartition("/")[2].partition("_")[0]
        assert answer is not None and answer.status == (int(name) if name.isdigit() else 200)


@pytest.fixture
def visit(browser, live_server, settings):
    settings.LOOKS_GALLERY = True
    open_visits: list[Visit] = []

    def go(path: str, size: tuple[int, int], *, script: bool = True) -> Visit:
        made = Visit(browser, f"{live_server.url}/looks/{path}", size, script)
        open_visits.append(made)
        return made

    yield go
    for made in open_visits:
        made.page.context.close()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_is_clean_under_axe(visit, size):
    for path in PAGES:
        page = visit(path, size).page
        page.evaluate(OPEN_DETAILS)
        results = Axe().run(page)
        assert results.response["violations"] == [], path + results.generate_report()


@pytest.mark.parametrize("size", [DESK, PHONE, NARROW], ids=["desk", "phone", "400-percent"])
def test_no_page_scrolls_sideways(visit, size):
    for path in PAGES:
        page = visit(path, size).page
        assert page.evaluate(OVERFLOWING) == [], path
        page.evaluate(OPEN_DETAILS)
        assert page.evaluate(OVERFLOWING) == [], path


def test_no_page_asks_another_host_or_breaks_the_content_policy(visit, live_server):
    for path in PAGES:
        seen = visit(path, DESK)
        status = path.rpartition("/")[2].partition("_")[0]
        own = [told for told in seen.complaints if not (status.isdigit() and f"status of {status}" in told)]
        assert own == [], path
        assert seen.hosts == {urlsplit(live_server.url).netloc}, path


@pytest.mark.parametrize(("size", "least"), [(DESK, 24), (PHONE, 44)], ids=["desk", "phone"])
def test_targets_are_large_enough(visit, size, least):
    page = visit("gallery", size).page
    assert page.evaluate(SMALL_TARGETS, least) == []


def test_everything_can_be_reached_without_javascript(visit):
    page = visit("gallery", PHONE, script=False).page
    assert page.locator("input[type=file]").first.is_visible()
    assert not page.locator(".files-pick").first.is_visible()
    page.get_by_role("link", name="打开全部栏目").click()
    assert page.get_by_role("link", name="监督看板").is_visible()
    page.get_by_role("link", name="关闭栏目").click()
    assert not page.get_by_role("link", name="监督看板").is_visible()
    page.locator(".me summary").click()
    assert page.get_by_role("button", name="退出登录").is_visible()


def test_the_keyboard_reaches_the_content_first_and_the_focus_is_seen(visit):
    page = visit("gallery/login", DESK).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到主要内容"
    box = page.evaluate("(({left, top}) => [left, top])(document.activeElement.getBoundingClientRect())")
    assert box == [8, 8]
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_a_form_is_sent_once_and_says_that_it_is_being_sent(visit):
    page = visit("gallery", DESK).page
    sent: list[str] = []

    def take(route) -> None:
        if route.request.method == "POST":
            sent.append(route.request.post_data or "")
            route.fulfill(status=204)  # the page stays as it was while the answer is on its way
        else:
            route.continue_()

    page.route("**/*", take)
    page.get_by_role("button", name="存为草稿").click()
    busy = page.locator("form[aria-busy=true]")
    assert busy.locator("button").all_text_contents() == ["正在提交…", "正在提交…"]
    assert busy.locator("button").first.is_disabled()
    busy.evaluate("(form) => form.requestSubmit()")
    page.wait_for_timeout(200)
    assert len(sent) == 1 and 'name="draft"' in sent[0]


def test_leaving_a_changed_form_is_asked_about_and_an_unchanged_one_is_not(visit):
    page = visit("gallery", DESK).page
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(page.url.replace("gallery", "gallery/login"))
    assert asked == []
    page.go_back(wait_until="load")
    page.locator("#id_reason").press_sequentially("情节较轻")
    page.goto(page.url.replace("gallery", "gallery/login"))
    assert asked == ["beforeunload"]


def test_a_final_step_is_asked_about_and_a_no_sends_nothing(visit):
    page = visit("gallery", DESK).page
    asked: list[str] = []
    sent: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: sent.append(request.method) if request.method == "POST" else None)
    page.locator("button[data-confirm]").click()
    page.wait_for_timeout(200)
    assert asked == ["决定作出后不能撤回，确定吗？"] and sent == []
    assert page.locator("form[aria-busy]").count() == 0


def test_chosen_files_are_named_with_their_size_and_a_large_one_is_warned_about(visit, tmp_path):
    page = visit("gallery", DESK).page
    small, large = tmp_path / "现场照片.jpg", tmp_path / "录像.pdf"
    for file, size in ((small, 2048), (large, 21 * 1024 * 1024)):
        with file.open("wb") as out:
            out.truncate(size)
    page.locator("#id_photos").set_input_files([small, large])
    told = page.locator('[data-files="id_photos"] li > span')
    large_told = "录像.pdf，21 MB，超过每个 20 MB 的上限，请换小一些的"
    assert told.all_text_contents() == ["现场照片.jpg，2 KB", large_told]
    page.get_by_role("button", name="去掉 现场照片.jpg").click()
    assert told.all_text_contents() == [large_told]


def test_a_picture_from_the_camera_joins_the_files_that_were_chosen(visit, tmp_path):
    page = visit("gallery", PHONE).page
    for name in ("一.jpg", "二.jpg"):
        (tmp_path / name).write_bytes(b"x" * 2048)
    camera = page.locator('[data-camera="id_photos"]')
    assert (camera.get_attribute("accept"), camera.get_attribute("capture")) == ("image/*", "environment")
    page.locator("#id_photos").set_input_files(tmp_path / "一.jpg")
    camera.set_input_files(tmp_path / "二.jpg")
    told = page.locator('[data-files="id_photos"] li > span').all_text_contents()
    assert told == ["一.jpg，2 KB", "二.jpg，2 KB"]
    assert camera.evaluate("box => box.files.length") == 0


def test_the_counter_counts_characters_and_warns_past_the_limit(visit):
    page = visit("gallery", DESK).page
    counter = page.locator("#id_reason_count")
    page.locator("#id_reason").fill("𠮷野家")
    assert counter.text_content() == "已写 3 字，还可以写 497 字"
    page.locator("#id_reason").fill("一" * 503)
    assert counter.text_content() == "已写 503 字，超过 3 字"


def test_a_refused_form_takes_the_focus_and_its_links_lead_to_the_fields(visit):
    page = visit("gallery", DESK).page
    assert page.evaluate("document.activeElement.hasAttribute('data-errors')")
    page.get_by_role("link", name="罚款：请按元填写").click()
    assert page.evaluate("document.activeElement.id || location.hash") in ("id_no-fine", "#id_no-fine")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") in ("id_no-fine", "id_no-kinds_0")


def test_the_menu_closes_on_escape_and_gives_the_focus_back(visit):
    page = visit("gallery", DESK).page
    page.locator(".me summary").click()
    page.keyboard.press("Escape")
    assert not page.locator(".me").evaluate("(menu) => menu.open")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_paper_shows_the_content_and_not_the_frame(visit):
    page = visit("gallery", DESK).page
    page.emulate_media(media="print")
    for hidden in (".top", ".side", ".pager", ".form-act"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator(".duties").is_visible() and page.locator("h1").is_visible()
