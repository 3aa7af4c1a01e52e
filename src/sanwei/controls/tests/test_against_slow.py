"""The set evaluator says what the plain one says, on random small histories.

Several decisions, reviews, panels, notices, services in one matter; repeated, missing, revoked, same-day and future
steps, with and without an order in the source; days on both sides of changes of law, of long holidays and of the last
published calendar year.
"""

import datetime as dt

import polars as pl
import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.codes import (
    BODY_KINDS,
    CONTACT_KINDS,
    DECISION_KINDS,
    DEFENCE_FORMS,
    PANEL_KINDS,
    PARTY_KINDS,
    REVIEW_OUTCOMES,
    SERVICE_METHODS,
)
from sanwei.facts.frames import frame
from sanwei.lawbook import lawbook

from . import slow_after, slow_before  # noqa: F401  they fill the table of propositions
from .slow import PROPOSITIONS, judge_slowly
from .slow_law import term

# First days of windows in which something changes: law, thresholds, holidays with make-up days, the end of the calendar.
STARTS = ("2009-08-20", "2012-06-08", "2013-06-07", "2018-11-30", "2021-07-05", "2021-11-24", "2024-04-26", "2026-12-16")
SUMS = (0, 20000, 99999, 100000, 499999, 500000, 1000000, 2999999, 3000000, 4999999, 5000000, 10000000)
KINDS = ("warning", "fine", "confiscation", "suspend_business", "revoke_licence")
GRAINS = tuple(dict.fromkeys(g for g, _ in PROPOSITIONS.values()))


def maybe(values: st.SearchStrategy) -> st.SearchStrategy:
    """One time in eight not recorded."""
    return st.integers(0, 7).flatmap(lambda n: values if n else st.none())


def one_of(codes) -> st.SearchStrategy:
    return maybe(st.sampled_from(list(codes)))


SUM, YESNO, WORDS = maybe(st.sampled_from(SUMS)), maybe(st.booleans()), st.sampled_from(["写明的内容", None])
KINDS_OF = maybe(st.lists(st.sampled_from(KINDS), max_size=3, unique=True))


def fields(day: st.SearchStrategy, decisions: list[str]) -> dict[str, dict[str, st.SearchStrategy]]:
    """Grain → facts a row of it may have."""
    often = maybe(day)
    seldom = st.integers(0, 5).flatmap(lambda n: st.none() if n else day)
    which = maybe(st.sampled_from(decisions)) if decisions else st.none()
    return {
        "decision": {
            "drafted_on": often, "decided_on": often, "revoked_on": seldom, "deferral_approved_on": seldom,
            "decision_kind": maybe(st.sampled_from(["penalty"] * 4 + list(DECISION_KINDS))),
            "fine": SUM, "confiscation": SUM, "penalty_kinds": KINDS_OF,
        },
        "review": {"reviewed_on": often, "review_outcome": one_of(REVIEW_OUTCOMES)},
        "notice": {
            "noticed_on": often, "notice_fine": SUM, "notice_confiscation": SUM, "notice_kinds": KINDS_OF,
            "hearing_right_told": YESNO,
        },
        "defence": {
            "defended_on": often, "defence_form": one_of(DEFENCE_FORMS), "reexamined_on": often, "defence_answer": WORDS,
        },
        "hearing": {"hearing_asked_on": often, "hearing_withdrawn_on": seldom, "hearing_held_on": seldom},
        "panel": {"panel_on": often, "panel_kind": one_of(PANEL_KINDS), "panel_fine": SUM},
        "assessment": {"assessed_on": often},
        "evidence": {"obtained_on": often, "evidence_kind": one_of(["documentary", "party_statement"])},
        "recusal": {"recusal_asked_on": often, "recusal_decided_on": often},
        "standing": {"stood_on": often, "body_kind": one_of(BODY_KINDS)},
        "contact": {
            "contact_on": often, "contact_kind": one_of(CONTACT_KINDS),
            "officers_present": maybe(st.lists(st.sampled_from(["甲", "乙", "丙"]), max_size=3)),
        },
        "service": {
            "served_on": often, "served_decision": which, "service_method": one_of(SERVICE_METHODS),
            "visit_form_served": YESNO, "visit_form_signed": YESNO,
        },
        "payment": {"paid_on": day, "paid_decision": which, "paid": SUM},
        "publication": {"published_on": often, "published_decision": which},
        "exemption": {"exempted_on": often, "exempted_decision": which},
        "report": {"reported_on": often, "reported_decision": which},
    }  # fmt: skip


@st.composite
def matters(draw) -> tuple[list[dict], dt.date]:
    """One to three matters in one window of days, and the day on which they are looked at."""
    start = dt.date.fromisoformat(draw(st.sampled_from(STARTS)))
    day = st.integers(0, 24).map(lambda n: start + dt.timedelta(days=n))
    found = [_matter(draw, name, day) for name in ("甲", "乙", "丙")[: draw(st.integers(1, 3))]]
    return found, start + dt.timedelta(days=draw(st.integers(0, 45)))


def _matter(draw, name: str, day: st.SearchStrategy) -> dict:
    often = maybe(day)
    head = {
        "procedure": maybe(st.sampled_from(["ordinary", "ordinary", "ordinary", "summary"])),
        "party_kind": one_of(PARTY_KINDS), "complex_case": YESNO, "filed_on": often, "lead_on": often,
        "lead_refused_on": often, "terminated_on": often,
    }  # fmt: skip
    matter = {"id": name, "case": {n: draw(s) for n, s in head.items()}}
    decisions = [f"{name}-decision-{n}" for n in range(draw(st.integers(1, 2)))]
    order = draw(st.booleans())  # whether the source knows an order at all
    for grain, facts in fields(day, decisions).items():
        rows = len(decisions) if grain == "decision" else draw(st.integers(0, 3))
        matter[grain] = [
            {"id": f"{name}-{grain}-{n}", "seq": draw(maybe(st.integers(1, 9))) if order else None}
            | {fact: draw(s) for fact, s in facts.items()}
            for n in range(rows)
        ]
    return matter


def frames(found: list[dict]) -> dict[str, pl.DataFrame]:
    out = {"case": frame("case", [{KEY: m["id"], **m["case"]} for m in found])}
    for name in found[0]:
        if name in VOCABULARY.grains and name != "case":
            g = VOCABULARY.grain(name)
            out[name] = frame(name, [_row(m["id"], g, r) for m in found for r in m[name]])
    return out


def _row(matter: str, grain, row: dict) -> dict:
    facts = {n: v for n, v in row.items() if n not in ("id", "seq")}
    return {KEY: matter, grain.id: row["id"], grain.seq: row["seq"], **facts}


def judged(found: list[dict], today: dt.date) -> dict:
    controls = [register()[code] for code in PROPOSITIONS]
    judgement = judge(frames(found), controls, lawbook(), today)
    assert judgement.missing == {}
    rows = judgement.findings.iter_rows(named=True)
    return {(f["control"], f[KEY], f["row"]): (Verdict(f["verdict"]).label, f["due"]) for f in rows}


@given(matters())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_set_evaluator_says_what_the_plain_one_says(history):
    found, today = history
    fast, plain = judged(found, today), judge_slowly(found, today)
    differ = {k: (fast.get(k), plain.get(k)) for k in fast.keys() | plain.keys() if fast.get(k) != plain.get(k)}
    note(f"{today}: {differ}")
    assert differ == {}


@pytest.mark.parametrize("code", PROPOSITIONS)
def test_a_plain_reading_stands_at_the_grain_of_its_control(code):
    assert PROPOSITIONS[code][0] == register()[code].grain


TERMS = ("service.limit", "hearing.request", "payment.limit", "major_filing.limit", "publication.city", "lead.decision")


@pytest.mark.parametrize("key", TERMS)
def test_a_term_walked_day_by_day_ends_on_the_day_the_calendar_says(key):
    first = dt.date(2009, 8, 20)
    days = [first + dt.timedelta(days=n) for n in range((dt.date(2027, 2, 20) - first).days)]
    book, day = lawbook(), pl.col("day")
    told = pl.DataFrame({"day": days}).select(
        due=book.due_expr(key, day, day), guess=book.provisional_expr(key, day, day)
    )
    assert list(told.iter_rows()) == [term(key, d, d) for d in days]
