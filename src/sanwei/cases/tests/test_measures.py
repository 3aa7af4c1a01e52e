"""Coercive measures through the acts: who approves, what stands on record, how long, and what becomes of it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from cast import Cast
from sanwei.acts import clock, registry
from sanwei.acts.act import Refused
from sanwei.acts.models import Duty
from sanwei.acts.perform import Outcome, perform
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.documents.models import Document
from walking import LEAD, day, do

POWER = "ZZSC-0001"  # food bought without papers: the law lets it be seized
LIST = "面粉，25 千克装，12 袋，包装完好\n食用油，3 桶"
TAKEN = {
    "measure_at": "10:20",
    "measure_ended_at": "11:30",
    "measure_place": "郑州市示例路 8 号后厨",
    "measure_identity_shown": True,
    "measure_presence": "party",
    "measure_witness": "",
    "measure_rights_told": True,
    "measure_heard": True,
    "measure_said": "没有意见。",
    "measure_record": "后厨存放面粉 12 袋、食用油 3 桶，均不能提供进货凭证，已贴封条。",
    "measure_record_signed": "signed",
    "measure_related": True,
    "measure_necessities": False,
    "measure_held_already": False,
    "things": LIST,
    "custody_place": "涉案物品仓库一号架",
    "measure_list_copies": 2,
    "measure_list_signed": "signed",
    "freeze_sum": None,
    "bank_told_on": None,
}
ASKED = {
    "measure_kind": "seize",
    "measure_reason": "来源不明的食品可能流入市场，需要扣押查明来源。",
    "measure_target": "后厨存放的面粉和食用油",
    "involved_sum": None,
}


@pytest.fixture
def lead(cast: Cast) -> Case:
    """A lead about food, on 2 March 2026, not yet filed."""
    return do("register_lead", cast.officer, day(3, 2), LEAD | {"power_code": POWER})


def at(month: int, day_of_month: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, month, day_of_month, hour, minute, tzinfo=timezone.get_default_timezone())


def act(code: str, officer, when: dt.datetime, case: Case, **answers) -> Outcome:
    with clock.at(when):
        return perform(registry.get(code), officer=officer, data=answers, matter_id=case.pk, body=officer.body)


def taken(cast: Cast, **changes) -> dict:
    return TAKEN | {"second_officer": str(cast.partner.pk)} | changes


def urgent(cast: Cast, case: Case, when: dt.datetime, **changes) -> Outcome:
    """Flour and oil are seized at once."""
    answers = ASKED | taken(cast, measure_on=when.date(), measure_delivered_on=when.date()) | changes
    answers.setdefault("urgency_reason", "深夜正在装车外运。")
    return act("take_urgent_measure", cast.officer, when, case, **answers)


def seized(cast: Cast, case: Case) -> Case:
    """Proposed and approved on 2 March, taken on the 3rd."""
    act("propose_measure", cast.officer, at(3, 2, 15), case, **ASKED)
    act(
        "rule_measure",
        cast.leader,
        at(3, 2, 16),
        case,
        measure="measure-1",
        measure_granted=True,
        measure_opinion="同意扣押。",
    )
    answers = taken(cast, measure="measure-1", measure_on=day(3, 3), measure_delivered_on=day(3, 3))
    act("take_measure", cast.officer, at(3, 3, 14), case, **answers)
    return case


def measure(case: Case) -> dict:
    return Rows.read(case.pk).get("measure", "measure-1").facts


def duties(case: Case) -> dict[str, dt.date]:
    return {d.control: d.due for d in Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN)}


def told(outcome: Outcome) -> set[str]:
    return {warn.control.code for warn in outcome.warns}


def refused(code: str, officer, when, case, **answers) -> set[str]:
    with pytest.raises(Refused) as found:
        act(code, officer, when, case, **answers)
    return {f.control.code for f in found.value.findings}


def test_a_measure_is_asked_for_approved_taken_and_ends_within_thirty_days(cast, lead) -> None:
    seized(cast, lead)
    assert measure(lead)["measure_basis"] == ["SPAQ2021 §110"]
    assert measure(lead)["measure_until"] == day(4, 2)
    assert duties(lead)["measure.ended-in-time"] == day(4, 2)
    things = Rows.read(lead.pk).all("exhibit")
    assert [(x["exhibit_name"], x["exhibit_quantity"]) for x in things] == [("面粉", "12 袋"), ("食用油", "3 桶")]
    drawn = set(Document.objects.values_list("form_code", flat=True))
    assert drawn == {"measure_approval", "seizure_decision", "measure_record", "things_list"}


def test_a_measure_nobody_approved_is_refused_on_the_spot(cast, lead) -> None:
    act("propose_measure", cast.officer, at(3, 2, 15), lead, **ASKED)
    act(
        "rule_measure",
        cast.leader,
        at(3, 2, 16),
        lead,
        measure="measure-1",
        measure_granted=False,
        measure_opinion="证据不足。",
    )
    with pytest.raises(Refused) as found:
        act("take_measure", cast.officer, at(3, 3, 14), lead, **taken(cast, measure="measure-1", measure_on=day(3, 3)))
    assert "没有已经批准" in str(found.value)


def test_what_is_missing_on_the_spot_is_refused_with_its_clause(cast, lead) -> None:
    answers = ASKED | taken(cast, measure_on=day(3, 3), measure_delivered_on=None, urgency_reason="正在外运。")
    answers |= {"measure_rights_told": False, "measure_identity_shown": False, "measure_presence": "nobody"}
    answers |= {"measure_necessities": True, "measure_list_copies": 1, "measure_heard": False}
    assert refused("take_urgent_measure", cast.officer, at(3, 3, 23), lead, **answers) == {
        "measure.rights-told",
        "measure.identity-shown",
        "measure.party-called",
        "measure.only-what-is-involved",
        "measure.list-in-two-copies",
        "measure.statement-heard",
        "measure.decision-on-the-spot",
    }


def test_a_power_without_such_a_measure_is_told_to_keep_its_hands_off(cast) -> None:
    case = do("register_lead", cast.officer, day(3, 2), LEAD)
    ctx_wrong = refused(
        "take_urgent_measure",
        cast.officer,
        at(3, 3, 23),
        case,
        **ASKED | taken(cast, measure_on=day(3, 3), measure_delivered_on=day(3, 3), urgency_reason="正在外运。"),
    )
    assert ctx_wrong == {"measure.power-given"}


def test_an_urgent_measure_is_approved_the_next_morning_within_the_hours(cast, lead) -> None:
    urgent(cast, lead, at(3, 3, 22, 50), measure_at="22:40", measure_ended_at="22:50")
    assert duties(lead)["measure.urgent-ruled"] == day(3, 4)
    outcome = act(
        "rule_measure",
        cast.leader,
        at(3, 4, 9, 10),
        lead,
        measure="measure-1",
        measure_granted=True,
        measure_opinion="情况属实。",
    )
    assert told(outcome) == set()
    assert (measure(lead)["measure_ruled_on"], measure(lead)["measure_ruled_at"]) == (day(3, 4), "09:10")
    assert "measure.urgent-ruled" not in duties(lead)


def test_an_urgent_measure_approved_in_the_twenty_fifth_hour_is_a_breach_told_at_once(cast, lead) -> None:
    urgent(cast, lead, at(3, 3, 9, 0), measure_at="08:00", measure_ended_at="08:50")
    outcome = act(
        "rule_measure",
        cast.leader,
        at(3, 4, 9, 0),
        lead,
        measure="measure-1",
        measure_granted=True,
        measure_opinion="情况属实。",
    )
    assert told(outcome) == {"measure.urgent-approved-in-hours"}


def test_an_urgent_measure_the_leader_does_not_want_is_to_be_released_at_once(cast, lead) -> None:
    urgent(cast, lead, at(3, 3, 22, 50), measure_at="22:40", measure_ended_at="22:50")
    act(
        "rule_measure",
        cast.leader,
        at(3, 4, 9),
        lead,
        measure="measure-1",
        measure_granted=False,
        measure_opinion="可以先行登记保存。",
    )
    assert duties(lead)["measure.refused-released"] == day(3, 5)
    end = {
        "measure": "measure-1",
        "measure_end": "released",
        "release_ground": "refused",
        "measure_end_reason": "负责人不同意采取。",
    }
    act("settle_measure", cast.leader, at(3, 4, 9, 30), lead, keeping_charged=0, **end)
    assert set(duties(lead)) & {"measure.refused-released", "measure.ended-in-time"} == set()
    assert duties(lead)["measure.things-returned"] == day(3, 5)


def test_tests_do_not_count_and_an_extension_adds_its_days(cast, lead) -> None:
    seized(cast, lead)
    test = {"of": "measure-1", "test_what": "面粉的增白剂", "test_house": "示例检测中心", "test_from": day(3, 5)}
    act("send_for_test", cast.officer, at(3, 5, 9), lead, **test, test_until=day(3, 20), test_told_on=day(3, 5))
    assert duties(lead)["measure.ended-in-time"] == day(4, 17)
    told_on = {"testing": "testing-1", "test_ended_on": day(3, 15), "test_result": "未检出。", "test_charged": 0}
    act("record_test", cast.officer, at(3, 16, 9), lead, **told_on, result_told_on=day(3, 16))
    assert duties(lead)["measure.ended-in-time"] == day(4, 12)
    more = {"measure": "measure-1", "measure_extension_reason": "供货商在外省，需要异地核查。"}
    assert refused("extend_measure", cast.leader, at(4, 1, 9), lead, **more, measure_extension_days=31) == {
        "measure.extension-lawful"
    }
    act("extend_measure", cast.leader, at(4, 1, 9), lead, **more, measure_extension_days=20)
    assert duties(lead)["measure.ended-in-time"] == dt.date(2026, 5, 2)
    assert duties(lead)["measure.extension-told"] == day(4, 7)
    act(
        "tell_measure",
        cast.officer,
        at(4, 2, 9),
        lead,
        told="measure-1:measure_extension_told_on",
        measure_extension_told_on=day(4, 2),
    )
    assert "measure.extension-told" not in duties(lead)


def test_a_term_that_has_run_out_cannot_be_extended(cast, lead) -> None:
    seized(cast, lead)
    more = {
        "measure": "measure-1",
        "measure_extension_reason": "供货商在外省，需要异地核查。",
        "measure_extension_days": 10,
    }
    assert refused("extend_measure", cast.leader, at(4, 3, 9), lead, **more) == {"measure.extension-lawful"}


def test_things_go_from_hand_to_hand_and_back_to_the_party(cast, lead) -> None:
    seized(cast, lead)
    move = {"custody_intact": True, "custody_note": "", "exhibits": ["x1", "x2"]}
    store = move | {"step": "stored", "custody_on": day(3, 3), "custody_to": "卯保管", "custody_place": "一号架"}
    act("move_exhibit", cast.officer, at(3, 3, 17), lead, **store)
    end = {
        "measure": "measure-1",
        "measure_end": "released",
        "release_ground": "unrelated",
        "measure_end_reason": "已经补交凭证。",
    }
    act("settle_measure", cast.leader, at(3, 12, 9), lead, keeping_charged=0, **end)
    back = move | {"step": "returned", "custody_on": day(3, 12), "custody_to": "丑经理", "custody_place": "一号架"}
    act("move_exhibit", cast.officer, at(3, 12, 15), lead, **back)
    chain = [(r["custody_step"], r["custody_from"], r["custody_to"]) for r in Rows.read(lead.pk).all("custody")][::2]
    assert chain == [
        ("taken", "郑州示例装饰有限公司", "甲办案（41010001）"),
        ("stored", "甲办案（41010001）", "卯保管"),
        ("returned", "卯保管", "丑经理"),
    ]
    assert "measure.things-returned" not in duties(lead)


def test_keeping_costs_are_not_charged(cast, lead) -> None:
    seized(cast, lead)
    end = {
        "measure": "measure-1",
        "measure_end": "released",
        "release_ground": "expired",
        "measure_end_reason": "届满。",
    }
    found = refused("settle_measure", cast.leader, at(4, 2, 9), lead, **end, keeping_charged=5000)
    assert found == {"measure.costs-not-charged"}


def test_things_end_only_as_was_decided(cast, lead) -> None:
    seized(cast, lead)
    move_act = registry.get("move_exhibit")
    from sanwei.acts.perform import context

    ctx = context(cast.officer, Case.objects.select_related("body").get(pk=lead.pk))
    data = {"exhibits": ["x1"], "step": "returned", "custody_on": day(3, 3), "custody_intact": True}
    assert "还没有处理决定" in move_act.wrong(ctx, data)["step"]
