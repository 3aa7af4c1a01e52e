"""The evaluator, row by row of the table of verdicts."""

from dataclasses import replace

import pytest

from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.verdict import LABELS, Verdict
from sanwei.facts.frames import frame
from sanwei.lawbook import Calendar, lawbook

from .rows import REVIEW, SERVED, day, rows_of, verdicts


def served(today: str, *, decided: str = "2024-05-06", on: str | None = None, revoked: str | None = None) -> str:
    """Verdict on the service of one decision of 6 May 2024, due on 14 May, looked at on `today`."""
    decision = {"id": "决", "decided_on": decided, "decision_kind": "penalty"} | (
        {"revoked_on": revoked} if revoked else {}
    )
    services = [{"served_decision": "决", "served_on": on}] if on else []
    found = verdicts(
        SERVED,
        today,
        case=rows_of("case", {"procedure": "ordinary"}),
        decision=rows_of("decision", decision),
        service=rows_of("service", *services),
    )
    return found.get("决", LABELS[Verdict.NOT_ASKED])


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"today": "2024-06-01", "on": "2024-05-14"}, "合规"),
        ({"today": "2024-06-01", "on": "2024-05-15"}, "迟延"),
        ({"today": "2024-05-15"}, "逾期"),
        ({"today": "2024-05-14"}, "待办"),
        ({"today": "2024-05-06"}, "待办"),
        ({"today": "2024-06-01", "revoked": "2024-05-14"}, "消灭"),
        ({"today": "2024-06-01", "revoked": "2024-05-15"}, "逾期"),
        ({"today": "2024-06-01", "on": "2024-05-10", "revoked": "2024-05-13"}, "合规"),
        ({"today": "2024-06-01", "on": "2024-05-13", "revoked": "2024-05-10"}, "消灭"),
        ({"today": "2024-06-01", "on": "2024-05-20", "revoked": "2024-05-10"}, "消灭"),
        ({"today": "2024-06-01", "on": "2024-05-20", "revoked": "2024-05-16"}, "迟延"),
        ({"today": "2024-06-01", "decided": "2009-08-26"}, "不适用"),
    ],
    ids=lambda v: v if isinstance(v, str) else " ".join(v.values()),
)
def test_a_time_limit_gets_the_verdict_of_the_table(told, says):
    assert served(**told) == says


@pytest.mark.parametrize(
    ("outcome", "says"),
    [("passed", "合规"), ("returned", "违反"), (None, "无法判定")],
    ids=["passed", "returned", "unknown"],
)
def test_a_proposition_without_a_clock_is_kept_broken_or_cannot_be_told(outcome, says):
    found = verdicts(
        REVIEW,
        "2024-06-01",
        case=rows_of("case", {"procedure": "ordinary"}),
        decision=rows_of("decision", {"decided_on": "2024-05-06"}),
        review=rows_of("review", {"reviewed_on": "2024-05-05", "review_outcome": outcome}),
    )
    assert found == {"decision1": says}


def test_an_unknown_condition_makes_the_verdict_undetermined_and_a_false_one_does_not_ask():
    decision = rows_of("decision", {"decided_on": "2024-05-06"})
    assert verdicts(REVIEW, "2024-06-01", case=rows_of("case", {}), decision=decision) == {"decision1": "无法判定"}
    summary = rows_of("case", {"procedure": "summary"})
    assert verdicts(REVIEW, "2024-06-01", case=summary, decision=decision) == {}


def test_what_is_not_asked_is_a_finding_only_when_it_is_wanted():
    made = {
        "case": frame("case", rows_of("case", {"procedure": "summary"})),
        "decision": frame("decision", rows_of("decision", {"decided_on": "2024-05-06"})),
    }
    control = [register()[REVIEW]]
    assert judge(made, control, lawbook(), day("2024-06-01")).findings.height == 0
    kept = judge(made, control, lawbook(), day("2024-06-01"), keep_not_asked=True).findings
    assert kept["verdict"].to_list() == [int(Verdict.NOT_ASKED)]
    assert not Verdict.NOT_ASKED.counted


def test_only_what_was_asked_and_could_be_told_is_counted():
    assert {v.label for v in Verdict if v.counted} == {"合规", "迟延", "逾期", "违反"}


def provisional_book():
    """The law as if the notices from 2025 on had not been published, whatever has been since."""
    book = lawbook()
    years = [replace(y, published=y.published and y.year < 2025) for y in book.calendar.years]
    return replace(book, calendar=Calendar(tuple(years)))


@pytest.mark.parametrize(
    ("today", "on", "says"),
    [
        ("2025-01-03", None, "待办"),
        ("2025-01-20", None, "无法判定"),
        ("2025-01-20", "2024-12-31", "合规"),
        ("2025-01-20", "2025-01-17", "无法判定"),
    ],
    ids=["before the due day", "past the due day", "done before it", "done after it"],
)
def test_a_due_day_in_a_year_not_yet_published_accuses_nobody(today, on, says):
    services = [{"served_decision": "决", "served_on": on}] if on else []
    found = verdicts(
        SERVED,
        today,
        provisional_book(),
        case=rows_of("case", {"procedure": "ordinary"}),
        decision=rows_of("decision", {"id": "决", "decided_on": "2024-12-26", "decision_kind": "penalty"}),
        service=rows_of("service", *services),
    )
    assert found == {"决": says}


def test_a_provisional_due_day_says_so_and_a_settled_one_does_not():
    decisions = rows_of(
        "decision", *({"id": d, "decided_on": d, "decision_kind": "penalty"} for d in ("2024-12-02", "2024-12-26"))
    )
    made = {"case": frame("case", rows_of("case", {"procedure": "ordinary"})), "decision": frame("decision", decisions)}
    findings = judge(made, [register()[SERVED]], provisional_book(), day("2025-01-03")).findings
    assert dict(findings.select("row", "provisional").iter_rows()) == {"2024-12-02": False, "2024-12-26": True}


def test_what_happened_after_the_day_is_unseen():
    decision = {"id": "决", "decided_on": "2024-05-06", "decision_kind": "penalty", "revoked_on": "2024-05-13"}
    grains = {
        "case": rows_of("case", {"procedure": "ordinary"}),
        "decision": rows_of("decision", decision),
        "service": rows_of("service", {"served_decision": "决", "served_on": "2024-05-10"}),
    }
    assert verdicts(SERVED, "2024-05-09", **grains) == {"决": "待办"}
    assert verdicts(SERVED, "2024-05-10", **grains) == {"决": "合规"}
    assert verdicts(SERVED, "2024-05-05", **grains) == {}


def test_a_missing_column_is_not_assessable_and_not_a_pass():
    decision = frame("decision", rows_of("decision", {"decided_on": "2024-05-06", "fine": 100})).drop("decision_kind")
    made = {"case": frame("case", rows_of("case", {"procedure": "ordinary"})), "decision": decision}
    controls = [register()[SERVED], register()[REVIEW]]
    judgement = judge(made, controls, lawbook(), day("2024-06-01"))
    assert judgement.missing == {SERVED: ("decision_kind",)}
    assert judgement.findings["control"].to_list() == [REVIEW]


def test_a_grain_without_a_frame_has_no_rows_and_is_assessed():
    found = verdicts(
        REVIEW,
        "2024-06-01",
        case=rows_of("case", {"procedure": "ordinary"}),
        decision=rows_of("decision", {"decided_on": "2024-05-06"}),
    )
    assert found == {"decision1": "违反"}
