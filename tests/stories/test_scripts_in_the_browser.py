"""A script in a party's name is seen by a real browser, on every page on which the name stands, and does nothing."""

from __future__ import annotations

import pytest

from stories.hands import Hands
from walking import LEAD, walk

pytestmark = pytest.mark.browser
EVIL = '"><svg onload=alert(1)><img src=x onerror=alert(2)><script>alert(3)</script>'


def test_no_page_runs_what_stands_in_a_name(sits_down, days, cast) -> None:
    words = dict.fromkeys(("party_name", "lead_place", "lead_summary", "party_address"), EVIL)
    case = walk(cast, "deciding", register_lead=LEAD | words)
    days.to(3, 31)
    officer: Hands = sits_down("officer")
    leader: Hands = sits_down("leader")
    for hands, path in (
        (officer, "/"),
        (officer, "/cases/"),
        (officer, "/search?q=alert"),
        (officer, case.get_absolute_url()),
        (officer, f"{case.get_absolute_url()}do/add_evidence"),
        (leader, f"{case.get_absolute_url()}do/issue_decision"),
    ):
        hands.open(path)
        assert EVIL in hands.said() or path == "/", path
    officer.open("/cases/new/register_lead")
    officer.answer("姓名（名称）", EVIL)
    assert officer.press("登记线索") == 422
    assert officer.question("姓名（名称）").locator("input").input_value() == EVIL
    assert officer.page.locator("svg[onload], img[onerror]").count() == 0
    assert (officer.dialogs, leader.dialogs) == ([], [])
