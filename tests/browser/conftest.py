"""A real browser before the running product, at a fixed moment: 20 April 2026, Monday, ten in the morning."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page

from cast import PASSWORD, Cast
from sanwei import clock
from walking import LEAD, walk

DESK, PHONE = (1366, 768), (390, 844)
MOMENT = dt.datetime(2026, 4, 20, 10, tzinfo=dt.timezone(dt.timedelta(hours=8)))
OVERFLOWING = """() => {
  const room = document.documentElement.clientWidth;
  const inScroll = (e) => { for (let p = e.parentElement; p; p = p.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return true; } return false; };
  const wide = [...document.querySelectorAll('body *')].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.right > room + 1 && !inScroll(e) && !e.closest('svg') && !e.closest('.vh');
  }).map((e) => e.tagName + '.' + e.className);
  return document.documentElement.scrollWidth > room ? ['page is ' + document.documentElement.scrollWidth, ...wide] :
  wide;
}"""


@pytest.fixture
def standing_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server answers from threads of its own, so the clock is stopped for all of them."""
    monkeypatch.setattr(clock, "running", lambda: MOMENT.astimezone(timezone.get_default_timezone()))


PARTIES = ("郑州示例装饰有限公司", "金水区示例烩面馆", "郑州示例渣土运输有限公司", "李某某", "管城区示例便民超市")


@pytest.fixture
def desk(transactional_db, cast: Cast, standing_still) -> Cast:
    """The cast with three cases: one that waits for the leader, one for the reviewer, one to be served."""
    return filled(cast, "filing", "reviewing", "serving")


def filled(cast: Cast, *stages: str) -> Cast:
    """One case in each of these stages, with parties and powers in turn."""
    for place, stage in enumerate(stages):
        party = {"party_name": PARTIES[place % len(PARTIES)], "power_code": ("ZZCG-0001", "ZZCG-0003")[place % 2]}
        walk(cast, stage, register_lead=LEAD | party)
    return cast


class Visit:
    """One browser window of one person, with what the browser complained about and whom it asked."""

    def __init__(self, browser: Browser, address: str, size: tuple[int, int], script: bool) -> None:
        self.address, self.who = address, ""
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="zh-CN", java_script_enabled=script
        )
        self.size, self.script = size, script
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))

    def go(self, path: str) -> int:
        """Open a page; its status."""
        answer = self.page.goto(self.address + path)
        assert answer is not None
        self._keep(path)
        return answer.status

    def sign_in(self, name: str, password: str = PASSWORD) -> Visit:
        self.go("/login")
        self.page.get_by_label("用户名").fill(name)
        self.page.get_by_label("密码").fill(password)
        with self.leaving():
            self.page.get_by_role("button", name="登录").click()
        self.who = name
        return self

    def leaving(self):
        """What is done inside leads to another page: it has come when this ends."""
        return self.page.expect_navigation()

    def _keep(self, path: str) -> None:
        """A picture, where `SANWEI_SHOTS` names a folder."""
        if folder := os.environ.get("SANWEI_SHOTS"):
            name = (path.partition("?")[0].strip("/").replace("/", "-") or "home") + ("-q" if "?" in path else "")
            self.page.screenshot(path=f"{folder}/{self.who}-{name}-{self.size[0]}.png", full_page=self.size[0] < 800)


@pytest.fixture
def visit(browser: Browser, live_server) -> Iterator[Callable[..., Visit]]:
    made: list[Visit] = []

    def opened(size: tuple[int, int] = DESK, *, script: bool = True) -> Visit:
        made.append(Visit(browser, live_server.url, size, script))
        return made[-1]

    yield opened
    for one in made:
        one.context.close()
