"""The term for deciding: extended, stopped, resumed; the line that says why it ends when it ends."""

from __future__ import annotations

import pytest

from sanwei.acts import clock
from sanwei.acts.act import Refused
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.cases import clocks
from sanwei.documents.models import Document
from sanwei.lawbook import lawbook
from walking import day, do, walk

pytestmark = pytest.mark.django_db

EXTENSION = {
    "extension_ground": "complex",
    "extension_days": 30,
    "extension_reason": "材料来源需要查证。",
    "extension_basis": "《住房和城乡建设行政处罚程序规定》",
}
STOP = {
    "stop_kind": "excluded",
    "stop_ground": "appraisal",
    "stop_reason": "委托鉴定。",
    "stop_document": "委托鉴定书〔2026〕1号",
    "stop_basis": "《住房和城乡建设行政处罚程序规定》",
}
SUSPENSION = STOP | {"stop_kind": "suspended", "stop_ground": "awaits_ruling"}
GRANTED = {"extension_granted": True, "extension_discussed": False, "extension_opinion": "同意。"}
RESUMED = {"resume_reason": "鉴定意见已经收到。", "resume_document": ""}


def decision_duty(case) -> Duty:
    return Duty.objects.get(matter_id=case.pk, control="case.decided-in-time")


def stopped(case, cast, on, answers=STOP):
    case = do("ask_stop", cast.officer, on, answers | {"stopped_from": on}, case)
    return do("decide_stop", cast.leader, on, {"stop_granted": True, "stop_opinion": "同意。"}, case)


def test_each_part_of_the_term_stands_in_the_line_and_the_duty_is_due_that_day(cast) -> None:
    case = walk(cast, "investigating")  # filed on 4 March
    assert decision_duty(case).due == day(6, 2)
    case = stopped(case, cast, day(3, 10))
    assert decision_duty(case).state == Duty.VOID
    case = do("resume_case", cast.leader, day(3, 22), RESUMED | {"resumed_on": day(3, 22)}, case)
    case = do("ask_extension", cast.officer, day(4, 1), EXTENSION, case)
    assert case.waiting_for == "leader"
    case = do("decide_extension", cast.leader, day(4, 2), GRANTED, case)
    assert (case.waiting_for, case.stage) == ("", "investigating")
    told = clocks.term(Rows.read(case.pk), lawbook())
    assert told.line == (
        "2026年3月4日立案 + 90日 + 延长30日（4月2日批准） + 不计入12日（鉴定，3月10日起） = 2026年7月14日"
    )
    duty = decision_duty(case)
    assert (duty.due, duty.state) == (told.due, Duty.OPEN) == (day(7, 14), "open")
    drawn = Document.objects.filter(matter_id=str(case.pk)).values_list("form_code", flat=True)
    assert {"stop_approval", "resumption_approval", "extension_approval"} <= set(drawn)


def test_an_extension_that_is_refused_prolongs_nothing(cast) -> None:
    case = do("ask_extension", cast.officer, day(4, 1), EXTENSION, walk(cast, "investigating"))
    case = do("decide_extension", cast.leader, day(4, 2), GRANTED | {"extension_granted": False}, case)
    assert decision_duty(case).due == day(6, 2)


def test_an_extension_after_the_last_day_is_refused_and_on_the_last_day_it_is_not(cast) -> None:
    case = do("ask_extension", cast.officer, day(6, 1), EXTENSION, walk(cast, "investigating"))
    with pytest.raises(Refused) as late:
        do("decide_extension", cast.leader, day(6, 3), GRANTED, case)
    assert [f.control.code for f in late.value.findings] == ["case.extension-before-expiry"]
    do("decide_extension", cast.leader, day(6, 2), GRANTED, case)


def test_a_second_extension_needs_the_leaders_together_and_knows_its_own_limit(cast) -> None:
    case = do("ask_extension", cast.officer, day(4, 1), EXTENSION, walk(cast, "investigating"))
    case = do("decide_extension", cast.leader, day(4, 2), GRANTED, case)
    case = do("ask_extension", cast.officer, day(5, 6), EXTENSION | {"extension_days": 60}, case)
    with pytest.raises(Refused) as alone:
        do("decide_extension", cast.leader, day(5, 7), GRANTED, case)
    assert "case.extension-within-limit" in {f.control.code for f in alone.value.findings}
    case = do("decide_extension", cast.leader, day(5, 7), GRANTED | {"extension_discussed": True}, case)
    assert decision_duty(case).due == day(8, 31)


def test_a_suspended_case_waits_and_nothing_prepares_its_decision(cast) -> None:
    case = stopped(walk(cast, "reviewing"), cast, day(3, 13), SUSPENSION)
    assert case.stage == "suspended"
    with pytest.raises(Refused) as waits:
        do("review_case", cast.reviewer, day(3, 16), {"review_outcome": "passed", "review_opinion": "同意。"}, case)
    assert waits.value.not_yet[0].reason == "本案正在中止"
    case = do("resume_case", cast.leader, day(3, 20), RESUMED | {"resumed_on": day(3, 20)}, case)
    assert (case.stage, case.waiting_for) == ("reviewing", "reviewer")


def test_the_page_says_why_the_term_ends_when_it_ends(cast, client) -> None:
    case = stopped(walk(cast, "investigating"), cast, day(3, 10))
    client.force_login(cast.officer.user)
    with clock.at(day(3, 11)):
        page = client.get(case.get_absolute_url()).content.decode()
    assert "2026年3月4日立案 + 90日 = 2026年6月2日；2026年3月10日起停止计算（鉴定），恢复之后接着计算" in page


def test_a_case_filed_before_the_law_knew_a_term_has_none(cast) -> None:
    rows = Rows.read(walk(cast, "investigating").pk)
    rows.head.facts["filed_on"] = day(3, 4).replace(year=2021)
    assert clocks.term(rows, lawbook()) is None


def test_the_page_says_until_when_the_violation_may_be_pursued(cast) -> None:
    rows = Rows.read(walk(cast, "investigating").pk)
    told = clocks.limitation(rows, lawbook())
    assert told == "2026年3月1日发生，2年内（至2028年3月1日）未被发现的不再处罚；2026年3月2日发现，没有超过追责期限"
    rows.head.facts["harms_life"] = True
    assert "5年内（至2031年3月1日）" in clocks.limitation(rows, lawbook())
    rows.head.facts["violation_state"] = "going_on"
    assert clocks.limitation(rows, lawbook()) == "发现时违法行为还在继续，追责期限还没有起算"
