"""How long a file is kept: by the kind of case and the sum, from the day of the decision that stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import HEARING_KINDS, PENALTY_KINDS
from sanwei.lawbook import Lawbook
from sanwei.looks.words import day_text, money_text


@dataclass(frozen=True)
class Keeping:
    """`code` of `facts.codes.RETENTIONS`; `years` and `until` are None for ever; `since`: the decision's day, None
    where there was no decision.
    """

    code: str
    years: int | None
    since: dt.date | None
    until: dt.date | None
    why: str

    @property
    def label(self) -> str:
        if self.until is None:
            return "永久"
        return f"定期{self.years}年，至{day_text(self.until)}"

    @property
    def facts(self) -> dict[str, object]:
        return {"retention": self.code, "retention_from": self.since, "retained_until": self.until}


def last_decision(rows: Rows) -> Row | None:
    """The decision with the latest day, of several of one day the last made."""
    made = [d for d in rows.all("decision") if d["decided_on"]]
    return max(made, key=lambda d: (d["decided_on"], d.seq), default=None)


def keeping(rows: Rows, book: Lawbook, ended: dt.date) -> Keeping:
    """`ended`: the day the case ended, from which files without a decision are kept."""
    decision = last_decision(rows)
    if decision is None:
        return _term("short", None, ended, "没有作出处罚决定的案件，从办结之日算起", book)
    since = decision["decided_on"]
    grave = [PENALTY_KINDS[k] for k in decision.get("penalty_kinds", []) if k in HEARING_KINDS]
    told = f"从{day_text(since)}作出的决定算起"
    if grave:
        return Keeping("permanent", None, since, None, f"处罚种类有{'、'.join(grave)}，{told}")
    line = _line(rows, book, since)
    total = decision.get("fine", 0) + decision.get("confiscation", 0)
    if line is not None and total >= line:
        return Keeping("permanent", None, since, None, f"罚没{money_text(total)}，达到{money_text(line)}，{told}")
    if rows.head["procedure"] == "summary" or decision["on_the_spot"]:
        return _term("short", since, since, f"当场处罚案件，{told}", book)
    if decision["decision_kind"] != "penalty":
        return _term("short", since, since, f"不予处罚案件，{told}", book)
    return _term("long", since, since, f"普通程序案件，{told}", book)


def _line(rows: Rows, book: Lawbook, day: dt.date) -> int | None:
    kind = "person" if rows.head["party_kind"] == "person" else "organisation"
    value = book.parameter(f"archive.permanent.{kind}").at(day)
    return int(value.value) if value else None


def _term(code: str, since: dt.date | None, begins: dt.date, why: str, book: Lawbook) -> Keeping:
    """So many years, to the end of the calendar year; for ever where no law of that day set a number."""
    value = book.parameter(f"archive.years.{code}").at(begins)
    if value is None:
        return Keeping("permanent", None, since, None, f"{why}；当时没有规定年限")
    years = int(value.value)
    return Keeping(code, years, since, dt.date(begins.year + years, 12, 31), why)
