"""Case files scored: what the record answers, what is left to a person, and the formula of the sheet."""

from __future__ import annotations

import pytest

from sanwei.audit.scoring.scoring import Score, State, score
from sanwei.audit.scoring.sheet import sheets
from sanwei.controls.tests.rows import day
from sanwei.controls.verdict import Verdict

SHEET = sheets()["MEE2024"]
CASE = {
    "lead_source": "patrol",
    "power_code": "410100-1",
    "filing_reason": "有",
    "lead_summary": "有",
    "filed_on": day("2024-05-06"),
}
KEPT = [("case.lead-decided-in-time", Verdict.KEPT)]


def scored(rows=None, findings=(), answers=None) -> Score:
    return score(SHEET, "penalty", {"case": [CASE], **(rows or {})}, findings, answers)


def lines(told: Score, document: str):
    return next(some for d, some in told.documents if d.label == document)


def everything_good(told: Score) -> dict[str, bool]:
    return {line.item.key: True for line in told.lines}


def test_the_sheets_add_up_to_their_full_marks():
    for kind in SHEET.kinds:
        assert sum(d.points for d in SHEET.documents[kind]) == 100
    assert len(SHEET.vetoes) == 25 and sum(b.points for b in SHEET.basics) == 20


def test_facts_and_controls_answer_and_what_was_not_asked_answers_nothing():
    told = [line.state for line in lines(scored(findings=KEPT), "立案审批表")]
    assert told == [State.GOOD, State.GOOD, State.GOOD]
    assert lines(scored(), "立案审批表")[2].state is State.OPEN
    late = scored(findings=[("case.lead-decided-in-time", Verdict.LATE)])
    assert lines(late, "立案审批表")[2].state is State.BAD


def test_a_document_that_must_be_there_loses_its_points_and_one_that_need_not_takes_no_part():
    told = scored()
    assert {line.state for line in lines(told, "行政处罚决定书")} == {State.BAD}
    assert {line.state for line in lines(told, "听证笔录")} == {State.OUT}
    heard = scored({"hearing": [{"hearing_held_on": day("2024-06-03")}]})
    assert State.OUT not in {line.state for line in lines(heard, "听证笔录")}


def test_a_breach_of_a_veto_makes_the_score_nought_whatever_else_is_good():
    answers = everything_good(scored())
    del answers["veto.2"]
    told = scored(findings=[("case.two-officers", Verdict.BREACH)], answers=answers)
    assert told.vetoed and told.least == told.most == 0


def test_where_controls_answer_only_a_part_a_person_looks_too():
    found = [("case.evidence-before-decision", Verdict.KEPT)]
    by_key = {line.item.label: line for line in scored(findings=found).vetoes}
    assert by_key["证据不足以证明"].state is State.OPEN
    assert by_key["超过追责期限"].state is State.GOOD
    assert by_key["处罚对象不是查明的违法主体"].state is State.OPEN


def test_the_formula_is_that_of_the_sheet():
    # of what takes part (needed: 2 filing + 8 report + 10 notice + 15 decision), only filing is there
    answers = everything_good(scored(findings=KEPT))
    told = scored(findings=KEPT, answers={k: True for k in answers if k.startswith(("veto.", "basic."))})
    assert told.least == told.most == pytest.approx(50 + 50 * 2 / 35, abs=0.01)
    worse = scored(
        findings=KEPT, answers={k: k.startswith("veto.") for k in answers if k.startswith(("veto.", "basic."))}
    )
    assert worse.least == pytest.approx(50 + 50 * 2 / 35 - 20, abs=0.01)


def test_what_is_open_keeps_the_score_between_two_and_a_persons_answer_is_marked_as_his():
    told = scored(findings=KEPT)
    assert told.open and told.least < told.most
    answered = scored(findings=KEPT, answers={told.open[0].item.key: True})
    assert len(answered.open) == len(told.open) - 1
    assert [line.person for line in answered.lines if line.item.key == told.open[0].item.key] == [True]


def test_a_control_that_could_not_be_asked_disproves_nothing():
    told = score(SHEET, "penalty", {"case": [CASE]}, [], missing=["case.not-time-barred"])
    assert next(line.state for line in told.vetoes if line.item.label == "超过追责期限") is State.OPEN
