"""A case that goes to the police and comes back, one that stays there, and a lead for another body."""

from __future__ import annotations

import datetime as dt

import pytest

from sanwei.acts.act import Refused
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.cases import clocks
from sanwei.documents.models import Document
from sanwei.lawbook import lawbook
from walking import STEPS, day, do, walk

pytestmark = pytest.mark.django_db

ASKED = {
    "transfer_kind": "police",
    "transfer_to": "郑州市公安局",
    "transfer_reason": "数量达到追诉标准。",
    "transfer_basis": "《行政处罚法》（2021）第二十七条",
    "transfer_materials": "调查报告一份",
}


def row(case) -> dict:
    return {"transfer": Rows.read(case.pk).last("transfer").row}


def granted(case, at: str = "10:00", **changes) -> dict:
    opinion = {"transfer_granted": True, "transfer_decided_at": at, "transfer_opinion": "同意移送。"}
    return row(case) | opinion | changes


def sent(case, cast, on: dt.date, asked: dict = ASKED):
    """The case sent on the day it is asked for and approved."""
    case = do("propose_transfer", cast.officer, on, asked, case)
    case = do("decide_transfer", cast.leader, on, granted(case), case)
    return do("send_transfer", cast.officer, on, row(case) | {"transferred_on": on, "transferred_at": "16:00"}, case)


def receipted(case, cast, on: dt.date):
    told = {"transfer_received_on": on, "transfer_receiver": "收案窗口", "transfer_receipt": "收1号"}
    return do("record_transfer_receipt", cast.officer, on, row(case) | told, case)


def answered(case, cast, on: dt.date, result: str):
    told = {"transfer_answered_on": on, "transfer_result": result, "transfer_answer": "通知书1号"}
    return do("record_transfer_answer", cast.officer, on, row(case) | told, case)


def test_what_the_police_return_goes_on_and_the_time_there_is_not_counted(cast) -> None:
    case = receipted(sent(walk(cast, "investigating"), cast, day(3, 6)), cast, day(3, 6))
    assert case.stage == "at_police"
    case = answered(case, cast, day(3, 16), "not_filed")
    assert (case.stage, case.waiting_for) == ("suspended", "leader")
    told = {"resumed_on": day(3, 16), "resume_reason": "公安机关不予立案。", "resume_document": "不予立案通知书"}
    case = do("resume_case", cast.leader, day(3, 16), told, case)
    assert (case.stage, case.waiting_for) == ("investigating", "")
    assert "中止10日（移送公安机关处理，3月6日起） = 2026年6月12日" in clocks.term(Rows.read(case.pk), lawbook()).line
    assert Duty.objects.get(matter_id=case.pk, control="case.decided-in-time").due == day(6, 12)
    drawn = set(Document.objects.filter(matter_id=str(case.pk)).values_list("form_code", flat=True))
    assert {"transfer_approval", "crime_transfer", "resumption_approval"} <= drawn


def test_a_case_the_police_take_is_handed_over_and_closed(cast) -> None:
    case = receipted(sent(walk(cast, "investigating"), cast, day(3, 6)), cast, day(3, 6))
    case = answered(case, cast, day(3, 9), "filed")
    assert case.stage == "transferred"
    duty = Duty.objects.get(matter_id=case.pk, control="case.crime-items-handed-in-time")
    assert (duty.due, duty.state) == (day(3, 12), Duty.OPEN)
    told = {"items_handed_on": day(3, 12), "items_handed": "砂石三立方米"}
    case = do("hand_over_items", cast.officer, day(3, 12), row(case) | told, case)
    told = {"closing_ground": "transferred", "closing_note": "公安机关已经立案。"}
    case = do("propose_closing", cast.officer, day(3, 13), told, case)
    case = do("close_case", cast.leader, day(3, 13), {}, case)
    assert case.stage == "closed"
    left = Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN).values_list("control", flat=True)
    assert list(left) == ["case.archived-in-time"]


def test_no_fine_takes_the_place_of_the_police(cast) -> None:
    case = walk(cast, "deciding")
    case = do("propose_transfer", cast.officer, day(3, 30), ASKED, case)
    with pytest.raises(Refused) as refused:
        do("issue_decision", cast.leader, day(3, 31), {}, case)
    assert "case.no-penalty-instead-of-crime" in {f.control.code for f in refused.value.findings}
    no = {"transfer_granted": False, "transfer_opinion": "数量没有达到追诉标准，不构成犯罪。"}
    case = do("decide_transfer", cast.leader, day(3, 31), granted(case, **no), case)
    assert (case.stage, case.waiting_for) == ("deciding", "leader")
    assert do("issue_decision", cast.leader, day(3, 31), {}, case).stage == "serving"


def test_a_refusal_without_a_reason_is_refused(cast) -> None:
    case = do("propose_transfer", cast.officer, day(3, 6), ASKED, walk(cast, "investigating"))
    with pytest.raises(Refused) as refused:
        told = granted(case, transfer_granted=False, transfer_opinion="无")
        do("decide_transfer", cast.leader, day(3, 6), told, case)
    assert [f.control.code for f in refused.value.findings] == ["case.crime-refusal-reasoned"]


def test_nothing_is_sent_that_nobody_approved(cast) -> None:
    case = do("propose_transfer", cast.officer, day(3, 6), ASKED, walk(cast, "investigating"))
    told = row(case) | {"transferred_on": day(3, 6), "transferred_at": "16:00"}
    with pytest.raises(Refused) as refused:
        do("send_transfer", cast.officer, day(3, 6), told, case)
    assert refused.value.not_yet[0].reason == "没有已经批准、等待移送的案件"


def test_a_lead_for_another_body_ends_with_us_and_its_informer_is_answered(cast) -> None:
    code, _, on, answers = STEPS[0]
    case = do(code, cast.officer, on, answers(None, cast) | {"informer_known": True, "lead_source": "report"})
    body = ASKED | {"transfer_kind": "body", "transfer_to": "金水区城市管理局"}
    case = sent(case, cast, day(3, 4), body)
    assert case.stage == "transferred"
    duty = {d.control: d for d in Duty.objects.filter(matter_id=case.pk)}
    assert duty["case.lead-decided-in-time"].state == Duty.DONE
    assert duty["case.lead-answered-in-time"].due == day(3, 11)
    case = do("answer_lead", cast.officer, day(3, 5), {"lead_answered_on": day(3, 5)}, case)
    with pytest.raises(Refused) as refused:
        told = {"partner": str(cast.partner.pk), "filing_reason": "属本机关管辖。"}
        do("propose_filing", cast.officer, day(3, 5), told, case)
    assert refused.value.not_yet[0].reason == "本线索已经移送"
    case = answered(receipted(case, cast, day(3, 6)), cast, day(3, 9), "rejected")
    assert case.stage == "lead"
