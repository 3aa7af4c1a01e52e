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

from . import slow_after, slow_before, slow_waiting  # noqa: F401  they fill the table of propositions
from .slow import PROPOSITIONS, judge_slowly
from .slow_law import term

# First days of windows in which something changes: law, thresholds, a long holiday, the end of the calendar.
STARTS = (
    "2009-08-20",
    "2012-06-08",
    "2013-06-07",
    "2018-11-30",
    "2021-07-05",
    "2021-11-24",
    "2024-04-26",
    "2026-12-16",
)
SUMS = (0, 20000, 99999, 100000, 499999, 500000, 1000000, 2999999, 3000000, 4999999, 5000000, 10000000)
KINDS = ("warning", "fine", "confiscation", "suspend_business", "revoke_licence")


def maybe(values: st.SearchStrategy) -> st.SearchStrategy:
    """One time in eight not recorded."""
    return st.integers(0, 7).flatmap(lambda n: values if n else st.none())


def seldom(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.integers(0, 5).flatmap(lambda n: st.none() if n else values)


def sure(values: st.SearchStrategy) -> st.SearchStrategy:
    """Always recorded."""
    return values


SUM, KINDS_OF = st.sampled_from(SUMS), st.lists(st.sampled_from(KINDS), max_size=3, unique=True)
DAYS = dict[str, st.SearchStrategy]


def before_decision(r, days: DAYS) -> dict[str, dict[str, st.SearchStrategy]]:
    """Grain → facts a row may have. `r` makes a strategy of one that is recorded; `days`: when such steps lie."""
    told, said, made = r(days["told"]), r(days["said"]), r(days["made"])
    return {
        "notice": {
            "noticed_on": told,
            "notice_fine": r(SUM),
            "notice_confiscation": r(SUM),
            "notice_kinds": r(KINDS_OF),
            "hearing_right_told": r(st.booleans()),
        },
        "defence": {
            "defended_on": said,
            "defence_form": r(st.sampled_from(["oral", "written", "online", *DEFENCE_FORMS])),
            "reexamined_on": said,
            "defence_answer": r(st.just("不予采纳")),
        },
        "hearing": {
            "hearing_asked_on": said,
            "hearing_notified_on": said,
            "hearing_set_for": r(days["made"]),
            "hearing_withdrawn_on": seldom(made),
            "hearing_held_on": seldom(made),
        },
        "review": {"reviewed_on": said, "review_outcome": r(st.sampled_from(list(REVIEW_OUTCOMES)))},
        "panel": {"panel_on": said, "panel_kind": r(st.sampled_from(list(PANEL_KINDS))), "panel_fine": r(SUM)},
        "assessment": {"assessed_on": said},
        "evidence": {"obtained_on": told, "evidence_kind": r(st.sampled_from(["documentary", "party_statement"]))},
        "recusal": {"recusal_asked_on": told, "recusal_decided_on": said},
        "standing": {"stood_on": said, "body_kind": r(st.sampled_from(list(BODY_KINDS)))},
        "contact": {
            "contact_on": told,
            "contact_kind": r(st.sampled_from(list(CONTACT_KINDS))),
            "officers_present": r(st.lists(st.sampled_from(["甲", "乙", "丙"]), max_size=3)),
        },
        "decision": {
            "drafted_on": made,
            "decided_on": made,
            "revoked_on": seldom(days["after"]),
            "deferral_approved_on": seldom(days["after"]),
            "decision_kind": r(st.sampled_from(["penalty"] * 4 + list(DECISION_KINDS))),
            "fine": r(SUM),
            "confiscation": r(SUM),
            "penalty_kinds": r(KINDS_OF),
        },
    }


def after_decision(r, days: DAYS, decisions: list[str]) -> dict[str, dict[str, st.SearchStrategy]]:
    after, which = r(days["after"]), r(st.sampled_from(decisions))
    return {
        "service": {
            "served_on": after,
            "served_decision": which,
            "service_method": r(st.sampled_from(list(SERVICE_METHODS))),
            "visit_form_served": r(st.booleans()),
            "visit_form_signed": r(st.booleans()),
        },
        "payment": {"paid_on": days["after"], "paid_decision": which, "paid": r(SUM)},
        "publication": {"published_on": after, "published_decision": which},
        "exemption": {"exempted_on": after, "exempted_decision": which},
        "report": {"reported_on": after, "reported_decision": which},
    }


# When the steps of an orderly matter lie, in days of the window; they overlap, so that steps meet on one day.
ORDERLY = {"told": (0, 8), "said": (5, 13), "made": (10, 16), "after": (12, 40)}


@st.composite
def matters(draw) -> tuple[list[dict], dt.date]:
    """One to three matters in one window of days, and the day on which they are looked at."""
    start = dt.date.fromisoformat(draw(st.sampled_from(STARTS)))
    found = [_matter(draw, name, start) for name in ("甲", "乙", "丙")[: draw(st.integers(1, 3))]]
    return found, start + dt.timedelta(days=draw(st.integers(0, 60)))


def _matter(draw, name: str, start: dt.date) -> dict:
    """An orderly matter with everything recorded, or one in which anything may lie anywhere or be missing."""
    orderly, order = draw(st.booleans()), draw(st.booleans())  # order: whether the source knows the order of the rows
    r = sure if orderly else maybe
    spans = ORDERLY if orderly else dict.fromkeys(ORDERLY, (0, 24))
    days = {n: st.integers(*span).map(lambda n: start + dt.timedelta(days=n)) for n, span in spans.items()}
    head = {
        "procedure": r(st.sampled_from(["ordinary", "ordinary", "ordinary", "summary"])),
        "party_kind": r(st.sampled_from(list(PARTY_KINDS))),
        "complex_case": r(st.booleans()),
        "filed_on": r(days["told"]),
        "lead_on": r(days["told"]),
        "lead_refused_on": seldom(days["told"]),
        "terminated_on": seldom(days["after"]),
    }
    matter = {"id": name, "case": {n: draw(s) for n, s in head.items()}}
    decisions = [f"{name}-decision-{n}" for n in range(draw(st.integers(1, 2)))]
    for grain, facts in (before_decision(r, days) | after_decision(r, days, decisions)).items():
        rows = len(decisions) if grain == "decision" else draw(st.integers(0, 3))
        matter[grain] = [
            {"id": f"{name}-{grain}-{n}", "seq": draw(r(st.integers(1, 9))) if order else None}
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
