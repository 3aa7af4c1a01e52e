"""What the evaluator must never mix up: decisions, matters, the order of one day, one row and many."""

import datetime as dt
from dataclasses import replace

import pytest

from sanwei.controls.control import Control, Due
from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.facts.decision import decided_on, fine, revoked_on
from sanwei.facts.derived.execution import d_served_on
from sanwei.facts.frames import frame
from sanwei.lawbook import lawbook

from .rows import REVIEW, SERVED, day, rows_of, verdicts


def test_two_decisions_in_one_case_are_two_activations():
    two = [{"id": n, "decided_on": "2024-05-06", "decision_kind": "penalty"} for n in ("一", "二")]
    found = verdicts(
        SERVED,
        "2024-06-01",
        case=rows_of("case", {"procedure": "ordinary"}),
        decision=rows_of("decision", *two),
        service=rows_of("service", {"served_decision": "一", "served_on": "2024-05-08"}),
    )
    assert found == {"一": "合规", "二": "逾期"}


def test_one_case_is_not_healed_by_the_papers_of_another():
    found = verdicts(
        REVIEW,
        "2024-06-01",
        case=[*rows_of("case", {"procedure": "ordinary"}), *rows_of("case", {"procedure": "ordinary"}, case="乙")],
        decision=[
            *rows_of("decision", {"id": "甲决", "decided_on": "2024-05-06"}),
            *rows_of("decision", {"id": "乙决", "decided_on": "2024-05-06"}, case="乙"),
        ],
        review=rows_of("review", {"reviewed_on": "2024-05-03", "review_outcome": "passed"}, case="乙"),
    )
    assert found == {"甲决": "违反", "乙决": "合规"}


@pytest.mark.parametrize(
    ("review_seq", "decision_seq", "says"),
    [(1, 2, "合规"), (2, 1, "违反"), (None, None, "合规"), (2, None, "合规")],
    ids=["review first", "decision first", "no order known", "half an order known"],
)
def test_on_one_day_the_order_of_the_source_decides(review_seq, decision_seq, says):
    found = verdicts(
        REVIEW,
        "2024-06-01",
        case=rows_of("case", {"procedure": "ordinary"}),
        decision=rows_of("decision", {"decided_on": "2024-05-06", "seq": decision_seq}),
        review=rows_of("review", {"reviewed_on": "2024-05-06", "review_outcome": "passed", "seq": review_seq}),
    )
    assert found == {"decision1": says}


@pytest.mark.parametrize(("first", "second", "says"), [("returned", "passed", "合规"), ("passed", "returned", "违反")])
def test_the_latest_review_counts_and_on_one_day_the_later_in_the_source(first, second, says):
    reviews = [{"reviewed_on": "2024-05-03", "review_outcome": outcome} for outcome in (first, second)]
    found = verdicts(
        REVIEW,
        "2024-06-01",
        case=rows_of("case", {"procedure": "ordinary"}),
        decision=rows_of("decision", {"decided_on": "2024-05-06"}),
        review=list(reversed(rows_of("review", *reviews))),  # the order of the file does not matter
    )
    assert found == {"decision1": says}


def test_a_later_payment_does_not_make_a_fine_paid_in_time_late():
    found = verdicts(
        "case.payment-in-time",
        "2024-08-01",
        decision=rows_of(
            "decision", {"id": "决", "decided_on": "2024-05-06", "decision_kind": "penalty", "fine": 300000}
        ),
        service=rows_of("service", {"served_decision": "决", "served_on": "2024-05-08"}),
        payment=rows_of(
            "payment",
            {"paid_decision": "决", "paid_on": "2024-05-10", "paid": 300000},
            {"paid_decision": "决", "paid_on": "2024-07-01", "paid": 5000},
        ),
    )
    assert found == {"决": "合规"}


def test_the_earlier_of_two_limits_is_the_due_day():
    two = Control(
        code="test.two-limits",
        title="两个期限取早",
        clauses=("XZCF2021 §61(1)",),
        as_of=decided_on,
        due=Due(decided_on, "service.limit", earlier=Due(revoked_on, "publication.city")),
        done=d_served_on,
        says="{decided_on}",
        cure="送达",
    )
    rows = rows_of(
        "decision",
        {"id": "早", "decided_on": "2024-05-06", "revoked_on": "2024-05-07"},
        {"id": "独", "decided_on": "2024-05-06"},
    )
    findings = judge({"decision": frame("decision", rows)}, [two], lawbook(), day("2024-05-08")).findings
    assert dict(findings.select("row", "due").iter_rows()) == {"早": day("2024-05-10"), "独": day("2024-05-14")}


def test_many_rows_are_judged_as_each_alone():
    first = day("2024-05-06")
    decisions = rows_of(
        "decision",
        *(
            {"id": f"决{n}", "decided_on": str(first + dt.timedelta(days=n % 40)), "decision_kind": "penalty"}
            for n in range(400)
        ),
    )
    services = rows_of("service", *({"served_decision": f"决{n}", "served_on": "2024-05-20"} for n in range(0, 400, 3)))
    case = rows_of("case", {"procedure": "ordinary"})
    together = verdicts(SERVED, "2024-06-03", case=case, decision=decisions, service=services)
    alone = {}
    for d in decisions:
        mine = [s for s in services if s["served_decision"] == d["decision_id"]]
        alone |= verdicts(SERVED, "2024-06-03", case=case, decision=[d], service=mine)
    assert together == alone
    assert set(together.values()) == {"合规", "迟延", "逾期", "待办"}


def test_a_fine_not_recorded_is_not_a_fine_of_nothing():
    heavy = replace(register()["case.panel-held"], breach=fine.is_null())
    found = verdicts(
        heavy,
        "2024-06-01",
        case=rows_of("case", {"procedure": "ordinary", "party_kind": "person", "complex_case": False}),
        decision=rows_of(
            "decision",
            {"id": "未记录", "decided_on": "2024-05-06", "decision_kind": "penalty", "penalty_kinds": ["fine"]},
            {"id": "只警告", "decided_on": "2024-05-06", "decision_kind": "penalty", "penalty_kinds": ["warning"]},
        ),
    )
    assert found == {"未记录": "无法判定"}
