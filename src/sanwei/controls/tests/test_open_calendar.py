"""Where no calendar settles a term: what decides all the same, and what is said where nothing can."""

import datetime as dt

import pytest

from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.words import say, speak
from sanwei.lawbook import lawbook

from .rows import rows_of

CODE = "case.defence-time-left"


def finding(decided_on: str):
    """The one finding on a decision whose notice was given on Wednesday, 4 January 2040."""
    from sanwei.facts.frames import frame

    rows = {
        "case": [{"procedure": "ordinary", "party_kind": "organisation"}],
        "notice": [{"noticed_on": "2040-01-04"}],
        "decision": [{"id": "决", "decided_on": decided_on, "decision_kind": "penalty"}],
    }
    frames = {g: frame(g, rows_of(g, *found)) for g, found in rows.items()}
    (said,) = speak(judge(frames, [register()[CODE]], lawbook(), dt.date(2040, 3, 1)), register(), lawbook())
    return said


@pytest.mark.parametrize(
    ("decided_on", "verdict"),
    [("2040-01-07", "违反"), ("2040-01-08", "无法判定"), ("2040-01-19", "无法判定"), ("2040-01-20", "合规")],
)
def test_a_term_beyond_the_calendar_decides_all_but_the_days_nobody_can_tell(decided_on, verdict):
    assert finding(decided_on).verdict.label == verdict


def test_what_cannot_be_told_says_which_days_why_and_what_to_do():
    said = finding("2040-01-10")
    assert "最早2040年1月7日、最迟2040年1月19日届满" in said.says
    assert "日历只有 2007 年到" in said.says
    assert said.cure.startswith("2040年1月19日以后办理不受影响")
    assert "law/calendar" in said.cure
    assert said.unknown == (), "nothing that an officer could record is missing"


def test_clauses_are_told_as_people_cite_them():
    assert (
        say("decision_basis", ["XZCF2021 §33(1)", "某办法第三条"])
        == "《行政处罚法》（2021）第三十三条第一款、某办法第三条"
    )
