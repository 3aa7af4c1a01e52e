"""Money after the decision: what is owed with its arithmetic, deferrals, the way to the court, review and suit."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from sanwei.acts.act import Refused
from sanwei.acts.models import Duty
from sanwei.acts.rows import Row, Rows
from sanwei.cases.models import Case
from sanwei.cases.reckoning import account
from sanwei.lawbook import lawbook
from walking import day, do, walk

MATTER = uuid.UUID(int=1)


def rows(*found: tuple[str, dict]) -> Rows:
    return Rows(MATTER, [Row(grain, f"r{n}", n, facts) for n, (grain, facts) in enumerate(found)])


FINED = ("decision", {"decided_on": dt.date(2024, 5, 6), "fine": 200_000})
SERVED = ("service", {"served_decision": "r0", "served_on": dt.date(2024, 5, 6)})  # to be paid by 21 May


def reckoned(on: dt.date, *more: tuple[str, dict]):
    record = rows(FINED, SERVED, *more)
    return account(record, record.get("decision", "r0"), lawbook(), on)


def paid(on: dt.date, fen: int, surcharge: int = 0) -> tuple[str, dict]:
    return "payment", {"paid_decision": "r0", "paid_on": on, "paid": fen, "surcharge": surcharge}


def test_nothing_is_added_up_to_the_last_day_to_pay():
    assert reckoned(dt.date(2024, 5, 21)).surcharge == 0
    assert reckoned(dt.date(2024, 5, 22)).surcharge == 6_000


def test_the_arithmetic_is_shown_and_follows_the_part_that_is_not_paid():
    sums = reckoned(dt.date(2024, 5, 31), paid(dt.date(2024, 5, 26), 100_000))
    assert sums.surcharge == 5 * 6_000 + 5 * 3_000
    assert sums.lines == [
        "2024年5月22日至2024年5月26日共5日：2,000 元×3%×5日＝300 元",
        "2024年5月27日至2024年5月31日共5日：1,000 元×3%×5日＝150 元",
    ]
    assert (sums.left, sums.surcharge_left) == (100_000, 45_000)


def test_the_surcharge_never_passes_the_fine():
    sums = reckoned(dt.date(2024, 12, 31))
    assert sums.surcharge == 200_000
    assert sums.lines[-1].endswith("超过罚款本数，按2,000 元计")


def test_nothing_is_added_while_a_review_runs():
    review = ("remedy", {"remedy_of": "r0", "remedy_began_on": dt.date(2024, 5, 24)})
    assert reckoned(dt.date(2024, 12, 31), review).surcharge == 2 * 6_000
    ended = ("remedy", review[1] | {"remedy_ended_on": dt.date(2024, 5, 28)})
    assert reckoned(dt.date(2024, 5, 31), ended).surcharge == 5 * 6_000


def test_nothing_is_added_up_to_the_end_of_a_deferral():
    granted = {"deferral_of": "r0", "deferral_granted": True, "deferral_decided_on": dt.date(2024, 5, 20)}
    deferral = ("deferral", granted | {"deferral_until": dt.date(2024, 6, 20)})
    assert reckoned(dt.date(2024, 6, 20), deferral).surcharge == 0
    assert reckoned(dt.date(2024, 6, 21), deferral).surcharge == 6_000


def test_a_fine_that_a_court_lowered_is_owed_as_lowered():
    lowered = ("decision", FINED[1] | {"remedy_fine": 50_000})
    record = rows(lowered, SERVED)
    assert account(record, record.get("decision", "r0"), lawbook(), dt.date(2024, 5, 22)).left == 50_000


# ── through the acts ──────────────────────────────────────────────────────────────────────────────────────────────────
DEFERRAL = {
    "deferral_kind": "instalments",
    "deferral_reason": "停业两个月，账户没有余额，有流水为证。",
    "deferral_opinion": "情况属实，建议分两期。",
}


@pytest.fixture
def case(cast) -> Case:
    """Served on 2 April 2026: to be paid by 17 April, remedies over on 8 October."""
    return walk(cast, "executing")


def decision(case: Case) -> Row:
    return Rows.read(case.pk).last("decision")


def codes(refused) -> set[str]:
    return {f.control.code for f in refused.value.findings}


@pytest.mark.django_db
def test_the_day_of_service_says_until_when_the_party_may_go_where(case):
    row = decision(case)
    assert (row["review_until"], row["suit_until"], row["remedies_until"]) == (day(6, 1), day(10, 8), day(10, 8))


@pytest.mark.django_db
def test_instalments_that_were_granted_are_the_new_days_to_pay(cast, case):
    asked = DEFERRAL | {"deferral_of": decision(case).row, "deferral_asked_on": day(4, 10)}
    case = do(
        "ask_deferral", cast.officer, day(4, 10), asked | {"deferral_plan": "2026-05-15 100\n2026-06-15 200"}, case
    )
    answer = {"deferral_granted": True, "deferral_answer": "同意。"}
    case = do("decide_deferral", cast.leader, day(4, 13), answer, case)
    record = Rows.read(case.pk)
    assert [i["instalment_total"] for i in record.all("instalment")] == [10_000, 30_000]
    assert record.last("decision")["deferral_approved_on"] == day(4, 13)
    due = Duty.objects.filter(matter_id=case.pk, control="case.instalment-paid", state=Duty.OPEN).order_by("due")
    # From the day they are granted: nothing need be done on the case before they are late.
    assert list(due.values_list("due", flat=True)) == [day(5, 15), day(6, 15)]
    late = {"paid_decision": decision(case).row, "paid_on": day(5, 18), "paid": 10_000, "collected_by": "bank"}
    case = do("record_payment", cast.officer, day(5, 18), late | {"payment_receipt": "PJ-1"}, case)
    assert list(due.values_list("due", flat=True)) == [day(6, 15)]
    done = Duty.objects.get(matter_id=case.pk, control="case.instalment-paid", state=Duty.DONE)
    assert (done.due, done.done_on, done.state) == (day(5, 15), day(5, 18), Duty.DONE)
    assert case.stage == "executing"


def reminded(cast, case: Case, on: dt.date) -> Case:
    case = do("remind_party", cast.officer, on, {"enforced_decision": decision(case).row}, case)
    row = Rows.read(case.pk).last("enforcement").row
    handed = {"paper_served": f"enforcement:{row}", "served_on": on, "service_method": "direct"}
    signed = {"receipt_signed": "signed", "service_place": "郑州市示例路 8 号", "receiver_relation": "representative"}
    return do("serve_document", cast.officer, on, handed | signed, case)


APPLY = {"applied_court": "郑州铁路运输法院", "party_said": "没有意见。"}


@pytest.mark.django_db
def test_the_court_is_asked_after_the_remedies_and_ten_working_days_of_reminder(cast, case):
    with pytest.raises(Refused) as refused:
        do("remind_party", cast.officer, day(4, 16), {"enforced_decision": decision(case).row}, case)
    assert "缴款期限还没有届满" in str(refused.value)
    case = reminded(cast, case, day(9, 14))
    with pytest.raises(Refused) as refused:
        do("apply_court", cast.leader, day(9, 25), APPLY, case)
    assert codes(refused) == {"case.reminder-before-court", "case.court-after-remedies"}
    case = do("apply_court", cast.leader, day(10, 9), APPLY, case)
    row = Rows.read(case.pk).last("enforcement")
    assert (row["applied_sum"], row["applied_surcharge"]) == (30_000, 30_000)
    closing = {"closing_ground": "impossible", "closing_note": "无财产可供执行。"}
    with pytest.raises(Refused) as refused:
        do("propose_closing", cast.officer, day(10, 12), closing, case)
    assert "case.closing-enforced" in codes(refused)
    result = {"application": row.row, "court_result": "ended", "court_result_no": "（2026）豫行审1号"}
    case = do("record_court_result", cast.officer, day(10, 20), result | {"court_result_on": day(10, 20)}, case)
    assert do("propose_closing", cast.officer, day(10, 21), closing, case).stage == "closing"


REVIEW = {"remedy_kind": "review", "remedy_at": "郑州市人民政府", "remedy_no": "郑政复〔2026〕3号"}


TOLD, ENDED = day(4, 14), day(5, 12)


def in_review(cast, case: Case, on: dt.date = TOLD) -> Case:
    told = REVIEW | {"remedy_of": decision(case).row, "remedy_began_on": on, "remedy_told_on": on}
    return do("record_remedy", cast.officer, on, told, case)


def ended(cast, case: Case, result: str, on: dt.date = ENDED, **more) -> Case:
    said = {"remedy_result": result, "remedy_ended_on": on, "remedy_result_no": "郑政复决〔2026〕3号"}
    said |= {"remedy": Rows.read(case.pk).last("remedy").row, "remedy_result_note": "见决定书。"} | more
    return do("record_remedy_result", cast.officer, on, said, case)


@pytest.mark.django_db
def test_a_review_sets_the_clock_of_the_answer_and_stops_the_way_to_the_court(cast, case):
    case = in_review(cast, case)
    duty = Duty.objects.get(matter_id=case.pk, control="case.review-answered", state=Duty.OPEN)
    assert (duty.due, decision(case)["remedies_until"]) == (day(4, 28), None)
    case = ended(cast, case, "upheld")
    assert decision(case)["remedies_until"] == day(5, 27)  # fifteen days to sue


@pytest.mark.django_db
def test_a_decision_set_aside_is_revoked_and_a_new_one_is_asked_for_in_time(cast, case):
    case = ended(cast, in_review(cast, case), "act_anew", anew_until=day(7, 10))
    assert (decision(case)["revoked_on"], case.stage, case.fine_fen) == (day(5, 12), "deliberating", None)
    duty = Duty.objects.get(matter_id=case.pk, control="case.decided-anew", state=Duty.OPEN)
    assert (duty.due, duty.act) == (day(7, 10), "draft_decision")


@pytest.mark.django_db
def test_a_fine_lowered_in_review_is_what_is_left_to_pay(cast, case):
    case = ended(cast, in_review(cast, case), "changed", remedy_fine=10_000)
    record = Rows.read(case.pk)
    assert account(record, record.last("decision"), lawbook(), day(5, 12)).left == 10_000
    rest = {"paid_decision": decision(case).row, "paid_on": day(5, 13), "paid": 10_000, "collected_by": "bank"}
    case = do("record_payment", cast.officer, day(5, 13), rest | {"payment_receipt": "PJ-2"}, case)
    done = {"closing_ground": "executed", "closing_note": "缴清。"}
    assert do("propose_closing", cast.officer, day(5, 14), done, case).stage == "closing"


@pytest.mark.django_db
def test_money_taken_on_the_spot_needs_a_ground_and_a_receipt_and_goes_to_the_bank(cast, case):
    spot = {"paid_decision": decision(case).row, "paid_on": day(4, 3), "paid": 30_000, "collected_by": "on_the_spot"}
    spot |= {"payment_receipt": "PJ-3", "spot_ground": "small", "official_receipt": False}
    with pytest.raises(Refused) as refused:
        do("record_payment", cast.officer, day(4, 3), spot, case)
    assert codes(refused) == {"case.spot-collection-grounded", "case.spot-receipt-official"}
    lawful = spot | {"spot_ground": "remote", "official_receipt": True}
    case = do("record_payment", cast.officer, day(4, 3), lawful, case)
    row = Rows.read(case.pk).last("payment")
    assert Duty.objects.get(matter_id=case.pk, control="case.spot-handed-in").due == day(4, 8)  # the 6th is a holiday
    case = do("hand_in_money", cast.officer, day(4, 8), {"payment": row.row, "handed_in_on": day(4, 8)}, case)
    assert Duty.objects.get(matter_id=case.pk, control="case.spot-banked").due == day(4, 10)
