"""Controls whose answer follows from several rows of one case: the rows go in, the verdict comes out."""

import datetime as dt

from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import frame
from sanwei.lawbook import lawbook

CASE = "案一"


def day(month: int, number: int, year: int = 2024) -> dt.date:
    return dt.date(year, month, number)


YEAR_END = day(12, 31)


def told(code: str, as_of: dt.date = YEAR_END, **rows: list[dict]) -> dict[str, str]:
    """Row → verdict of one control. Each grain is given as its rows; rows are numbered and ordered as they stand."""
    frames = {}
    for name, found in rows.items():
        grain = VOCABULARY.grain(name)
        keys = ({grain.id: str(n), grain.seq: n} if grain.many else {} for n in range(1, len(found) + 1))
        frames[name] = frame(name, [{KEY: CASE} | key | row for key, row in zip(keys, found, strict=True)])
    found = judge(frames, [register()[code]], lawbook(), as_of, keep_not_asked=True).findings
    return {row: Verdict(v).label for row, v in zip(found["row"], found["verdict"], strict=True)}


PENALTY = {"decision_kind": "penalty", "penalty_kinds": ["fine"], "fine": 200000, "on_the_spot": False}
SERVED = {"served_decision": "1", "served_on": day(5, 8)}
PAID = {"paid_decision": "1", "paid": 200000, "paid_on": day(5, 20), "collected_by": "bank"}
STANDING = {"decision": [PENALTY | {"decided_on": day(5, 6)}], "service": [SERVED], "payment": [PAID]}
RECHECKED = {"correction_ordered_on": day(4, 1), "rechecked_on": day(5, 25)}
EXECUTED = {"closing_ground": "executed", "closed_on": day(6, 20), "procedure": "ordinary"}


def test_two_standing_fines_in_one_case_are_a_second_fine():
    first = PENALTY | {"decided_on": day(5, 6)}
    second = PENALTY | {"decided_on": day(6, 6)}
    assert told("case.no-second-fine", case=[{}], decision=[first]) == {CASE: "合规"}
    assert told("case.no-second-fine", case=[{}], decision=[first, second]) == {CASE: "违反"}


def test_a_fine_after_the_first_was_revoked_is_no_second_fine():
    first = PENALTY | {"decided_on": day(5, 6), "revoked_on": day(6, 1)}
    second = PENALTY | {"decided_on": day(6, 6)}
    assert told("case.no-second-fine", case=[{}], decision=[first, second]) == {CASE: "合规"}


def test_a_second_fine_stays_one_until_the_first_is_revoked():
    first = PENALTY | {"decided_on": day(5, 6), "revoked_on": day(6, 1)}
    second = PENALTY | {"decided_on": day(5, 20)}
    assert told("case.no-second-fine", day(5, 31), case=[{}], decision=[first, second]) == {CASE: "违反"}
    assert told("case.no-second-fine", day(6, 1), case=[{}], decision=[first, second]) == {CASE: "合规"}


def test_a_revoked_decision_need_not_be_served_or_paid_before_closing():
    revoked = PENALTY | {"decided_on": day(4, 6), "revoked_on": day(4, 20)}
    standing = PENALTY | {"decided_on": day(5, 6)}
    service, payment = SERVED | {"served_decision": "2"}, PAID | {"paid_decision": "2"}
    rows = {"decision": [revoked, standing], "service": [service], "payment": [payment]}
    assert told("case.closing-after-execution", case=[EXECUTED], **rows) == {CASE: "合规"}


def test_a_part_paid_fine_is_not_executed():
    rows = STANDING | {"payment": [PAID | {"paid": 199999}]}
    assert told("case.closing-after-execution", case=[EXECUTED], **rows) == {CASE: "违反"}
    assert told("case.closed-in-time", case=[{"procedure": "ordinary"}], **rows) == {CASE: "不适用"}


def test_the_term_for_closing_begins_with_the_last_step_of_execution():
    rows = STANDING
    paid_last = {"procedure": "ordinary", "closed_on": day(6, 19)}
    assert told("case.closed-in-time", case=[paid_last], **rows) == {CASE: "合规"}
    assert told("case.closed-in-time", case=[paid_last | {"closed_on": day(6, 20)}], **rows) == {CASE: "迟延"}
    rechecked_last = paid_last | RECHECKED | {"closed_on": day(6, 20), "corrected": True}
    assert told("case.closed-in-time", case=[rechecked_last], **rows) == {CASE: "合规"}


def test_a_case_still_to_be_put_right_has_no_term_for_closing():
    rows = STANDING
    ordered = {"procedure": "ordinary", "correction_ordered_on": day(4, 1)}
    still_wrong = ordered | RECHECKED | {"corrected": False}
    assert told("case.closed-in-time", case=[ordered], **rows) == {CASE: "不适用"}
    assert told("case.closed-in-time", case=[still_wrong], **rows) == {CASE: "不适用"}
    assert told("case.closing-after-execution", case=[EXECUTED | ordered], **rows) == {CASE: "违反"}


def test_the_first_of_several_decisions_discharges_the_ninety_days():
    case = {"procedure": "ordinary", "filed_on": day(2, 1)}
    decisions = [PENALTY | {"decided_on": day(4, 1)}, PENALTY | {"decided_on": day(8, 1)}]
    assert told("case.decided-in-time", case=[case], decision=decisions) == {CASE: "合规"}
    assert told("case.decided-in-time", case=[case], decision=decisions[1:]) == {CASE: "迟延"}
    assert told("case.decided-in-time", day(5, 1), case=[case], decision=decisions[1:]) == {CASE: "待办"}


def test_contacts_of_a_case_decided_on_the_spot_are_not_asked_for_two_officers():
    alone = {"contact_on": day(5, 6), "contact_kind": "inspection", "officers_present": ["豫A001"]}
    assert told("case.two-officers", case=[{"procedure": "summary"}], contact=[alone]) == {"1": "不适用"}
    assert told("case.two-officers", case=[{"procedure": "ordinary"}], contact=[alone]) == {"1": "违反"}
    assert told("case.two-officers", case=[{}], contact=[alone]) == {"1": "违反"}


def test_a_decision_on_contacts_of_single_officers_alone_is_refused():
    decision = PENALTY | {"decided_on": day(5, 6), "decision_officers": ["豫A001", "豫A002"]}
    alone = {"contact_on": day(4, 1), "contact_kind": "inspection", "officers_present": ["豫A001"]}
    together = alone | {"officers_present": ["豫A001", "豫A002"]}
    case = [{"procedure": "ordinary"}]
    assert told("case.two-officers-decide", case=case, decision=[decision], contact=[alone, alone]) == {"1": "违反"}
    assert told("case.two-officers-decide", case=case, decision=[decision], contact=[alone, together]) == {"1": "合规"}


def test_only_the_recused_officer_must_stay_away_and_only_afterwards():
    recusal = {"recusal_asked_on": day(4, 1), "recusal_of": "豫A001", "recusal_decided_on": day(4, 3)}
    granted, rejected = recusal | {"recusal_granted": True}, recusal | {"recusal_granted": False}
    actors = [
        {"acted_on": day(4, 2), "actor_role": "officer", "certificate_no": "豫A001"},
        {"acted_on": day(4, 4), "actor_role": "officer", "certificate_no": "豫A001"},
        {"acted_on": day(4, 4), "actor_role": "officer", "certificate_no": "豫A002"},
    ]
    found = told("case.recused-stays-away", recusal=[granted], actor=actors)
    assert found == {"1": "合规", "2": "违反", "3": "不适用"}
    assert set(told("case.recused-stays-away", recusal=[rejected], actor=actors).values()) == {"不适用"}


def test_an_open_recusal_stops_the_decision_and_a_settled_one_does_not():
    decision = PENALTY | {"decided_on": day(5, 6)}
    open_one = {"recusal_asked_on": day(4, 1), "recusal_of": "豫A001"}
    settled = open_one | {"recusal_decided_on": day(4, 3), "recusal_granted": False}
    assert told("case.recusal-settled", decision=[decision], recusal=[open_one]) == {"1": "违反"}
    assert told("case.recusal-settled", decision=[decision], recusal=[settled]) == {"1": "合规"}


def test_each_payment_is_judged_by_itself():
    payments = [PAID, PAID | {"collected_by": "body"}]
    assert told("case.fine-not-self-collected", payment=payments) == {"1": "合规", "2": "违反"}


def test_surcharges_of_several_payments_add_up_to_the_cap():
    late = {"paid_decision": "1", "paid": 0, "surcharge": 120000, "collected_by": "bank"}
    payments = [late | {"paid_on": day(7, 1)}, late | {"paid_on": day(8, 1)}]
    decision = PENALTY | {"decided_on": day(5, 6)}
    assert told("case.surcharge-capped", decision=[decision], payment=payments[:1]) == {"1": "合规"}
    assert told("case.surcharge-capped", decision=[decision], payment=payments) == {"1": "违反"}


def test_a_power_moved_away_is_finished_by_the_old_body_where_the_case_was_filed_before():
    standing = {"stood_on": day(6, 1), "power_given_up_on": day(5, 6)}
    assert told("authority.power-not-given-up", case=[{"filed_on": day(5, 5)}], standing=[standing]) == {"1": "不适用"}
    assert told("authority.power-not-given-up", case=[{"filed_on": day(5, 20)}], standing=[standing]) == {"1": "违反"}


def test_evidence_after_the_decision_supports_nothing():
    evidence = [{"obtained_on": on, "evidence_relied_on": True} for on in (day(5, 1), day(5, 9))]
    decision = [PENALTY | {"decided_on": day(5, 6)}]
    case = [{"procedure": "ordinary"}]
    assert told("case.evidence-not-after-decision", decision=decision, evidence=evidence) == {"1": "合规", "2": "违反"}
    assert told("case.evidence-before-decision", case=case, decision=decision, evidence=evidence) == {"1": "合规"}
    assert told("case.evidence-before-decision", case=case, decision=decision, evidence=evidence[1:]) == {"1": "违反"}
