"""What the page reckons and what the controls judge by are the same figures, on whatever rows a case may hold."""

from __future__ import annotations

import datetime as dt
import uuid

from hypothesis import given, settings
from hypothesis import strategies as st

from sanwei.acts.gate import judge_rows
from sanwei.acts.rows import Row, Rows
from sanwei.cases import clocks
from sanwei.cases.reckoning import account
from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.lawbook import lawbook

CASE = str(uuid.UUID(int=7))
FILED, LAST = dt.date(2024, 3, 4), dt.date(2025, 6, 30)
days = st.dates(FILED, dt.date(2024, 9, 30))
some = settings(max_examples=60, deadline=None)


def rows(head: dict, **grains: list[dict]) -> Rows:
    found = [Row("case", CASE, 1, head)]
    found += [Row(g, f"{g}{n}", n, facts) for g, lot in grains.items() for n, facts in enumerate(lot, start=2)]
    return Rows(uuid.UUID(CASE), found)


def finding(code: str, record: Rows, on: dt.date) -> dict | None:
    """The one finding of a control; None where it is not asked."""
    found = judge_rows(record, [register()[code]], lawbook(), on).findings
    assert len(found) < 2
    return found[0] if found else None


@st.composite
def clocked(draw) -> Rows:
    """A filed case with extensions and stops, granted or not, in time or not, ended or not."""
    extensions = [
        {
            "extension_granted": draw(st.sampled_from([True, False, None])),
            "extension_days": draw(st.integers(1, 60)),
            "extension_decided_on": draw(days),
            "extension_due_before": draw(st.one_of(st.none(), days)),
        }
        for _ in range(draw(st.integers(0, 3)))
    ]
    stops = []
    for _ in range(draw(st.integers(0, 3))):
        first = draw(days)
        stops.append(
            {
                "stop_granted": draw(st.sampled_from([True, False, None])),
                "stop_kind": draw(st.sampled_from(["excluded", "suspended"])),
                "stopped_from": first,
                "stop_due_before": draw(st.one_of(st.none(), days)),
                "resumed_on": draw(st.one_of(st.none(), st.just(first + dt.timedelta(draw(st.integers(0, 50)))))),
            }
        )
    head = {"filed_on": FILED, "procedure": "ordinary"}
    return rows(
        head,
        extension=[e | {"extension_asked_on": FILED} for e in extensions],
        stop=[s | {"stop_asked_on": FILED} for s in stops],
    )


@some
@given(clocked())
def test_the_term_on_the_page_ends_on_the_day_the_duty_is_due(record) -> None:
    told, found = clocks.term(record, lawbook()), finding("case.decided-in-time", record, LAST)
    assert (told.standing is None) == (found is not None)  # while the clock stands nobody can be late
    if found is not None:
        assert found["due"] == told.due


@some
@given(
    ended=st.dates(dt.date(2019, 1, 1), dt.date(2024, 1, 1)),
    later=st.integers(0, 2200),
    harmful=st.booleans(),
    state=st.sampled_from(["once", "ended", "going_on"]),
)
def test_the_page_and_the_gate_agree_on_what_is_time_barred(ended, later, harmful, state) -> None:
    discovered = ended + dt.timedelta(later)
    decided = max(discovered, dt.date(2021, 7, 15)) + dt.timedelta(30)
    head = {"violation_on": ended, "discovered_on": discovered, "harms_life": harmful, "violation_state": state}
    decision = {"decided_on": decided, "decision_kind": "penalty", "drafted_on": decided}
    record = rows(head | {"filed_on": discovered, "procedure": "ordinary"}, decision=[decision])
    barred = finding("case.not-time-barred", record, decided)["verdict"] == Verdict.BREACH
    assert ("，超过追责期限" in clocks.limitation(record, lawbook())) == barred


@some
@given(late=st.integers(1, 90), fine=st.integers(1, 5_000).map(lambda hundred: hundred * 100), review=st.booleans())
def test_the_surcharge_on_the_page_is_what_the_gate_takes_and_not_a_day_more(late, fine, review) -> None:
    served = dt.date(2024, 5, 6)  # the fifteenth day, 21 May, is a working day
    paid_on = dt.date(2024, 5, 21) + dt.timedelta(late)
    decision = {"decided_on": dt.date(2024, 5, 2), "decision_kind": "penalty", "penalty_kinds": ["fine"], "fine": fine}
    stayed = {"remedy_of": "decision2", "remedy_kind": "review", "remedy_began_on": dt.date(2024, 5, 27)}
    stayed |= {"remedy_ended_on": dt.date(2024, 6, 5)}

    def record(surcharge: int | None) -> Rows:
        money = {"paid_decision": "decision2", "paid_on": paid_on, "paid": fine, "surcharge": surcharge}
        payments = [money] if surcharge is not None else []
        services = [{"served_decision": "decision2", "served_on": served}]
        return rows(
            {"filed_on": served, "procedure": "ordinary"},
            decision=[decision],
            service=services,
            payment=payments,
            remedy=[stayed] if review else [],
        )

    due = account(record(None), record(None).get("decision", "decision2"), lawbook(), paid_on).surcharge
    if due:
        assert finding("case.surcharge-rate", record(due), paid_on)["verdict"] == Verdict.KEPT
    if due < fine:  # below the cap the two reckon to the 分
        assert finding("case.surcharge-rate", record(due + 1), paid_on)["verdict"] == Verdict.BREACH
    else:
        assert finding("case.surcharge-capped", record(due + 1), paid_on)["verdict"] == Verdict.BREACH
