"""How a history is changed: the small language of `faults.yaml` over rows of facts. No database."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Iterable

from sanwei.acts.rows import Laid, Row, Rows
from sanwei.facts import VOCABULARY

from .days import Days

LINKS = (
    "served_decision",
    "paid_decision",
    "published_decision",
    "exempted_decision",
    "reported_decision",
    "revised_decision",
    "refunded_decision",
    "changes_decision",
    "deferral_of",
    "instalment_of",
    "goods_of",
    "enforced_decision",
    "remedy_of",
    "charge_decision",
)
# What points to a row of another grain.
OTHER_LINKS = {
    "served_row": ("decision", "notice", "hearing", "deferral", "enforcement"),
    "attempt_row": ("decision", "notice", "hearing", "deferral", "enforcement"),
    "exhibit_of": ("measure", "preservation", "sampling"),
    "test_of": ("measure", "sampling"),
    "custody_exhibit": ("exhibit",),
    "device_evidence": ("evidence",),
}
# What the case's own row says once an act was done; later facts are taken back when a history breaks off there.
_LEAD = (
    "lead_",
    "discovered_on",
    "violation_on",
    "power_code",
    "party_kind",
    "informer_known",
    "body_code",
    "procedure",
    "case_field",
)
_FILED = (*_LEAD, "violation_state", "filing_", "filed_on", "place_in_area", "other_filed_")
SAID = {
    "register_lead": _LEAD,
    "file_case": _FILED,
    "request_hearing": (*_FILED, "investigation_", "proposed_", "complex_case", "harms_life"),
}
LATER = ("lead_answered_on", "lead_refus")
_RECKONED = re.compile(r"=(\w+?)(?:([+-])(\d+)([dwy]?))?")


class BadFault(ValueError):
    """A line of `faults.yaml` that cannot be done."""


def changed(rows: Rows, fault: dict, days: Days) -> list[Row]:
    """The rows of a case with a fault in them, in the order they came to be. The given rows stay as they are."""
    found = [
        Row(r.grain, r.row, r.seq, copy.deepcopy(r.facts))
        for r in sorted(rows, key=lambda r: (r.seq, r.grain != "case"))
    ]
    if "until" in fault:
        found = _broken_off(found, fault["until"])
    for name in fault.get("drop", ()):
        dropped = set(map(id, _named(found, name)))
        found = [row for row in found if id(row) not in dropped]
    reckoned = [
        (row, {fact: _value(value, row, found, days) for fact, value in facts.items()})
        for name, facts in fault.get("change", {}).items()
        for row in _changed_rows(found, name)
    ]
    for row, facts in reckoned:
        row.facts.update(facts)
    return found + _again(found, fault.get("again", ())) + _added(found, fault.get("add", {}), days)


def linked(rows: Iterable[Row], no: int) -> list[Laid]:
    """Rows as an act lays them, under names of their own; what points to a decision points to the new one."""
    rows = list(rows)
    names = {(r.grain, r.row): f"h{no:03d}-{r.grain}-{n}" for n, r in enumerate(rows) if VOCABULARY.grain(r.grain).many}
    laid = []
    for row in rows:
        facts = {n: v for n, v in row.facts.items() if v is not None}
        facts |= {link: names["decision", facts[link]] for link in LINKS if link in facts}
        facts |= {
            link: names[grain, facts[link]]
            for link, grains in OTHER_LINKS.items()
            for grain in grains
            if (grain, facts.get(link)) in names
        }
        if facts.get("cited_evidence"):
            facts["cited_evidence"] = [names.get(("evidence", e), e) for e in facts["cited_evidence"]]
        laid.append(Laid(row.grain, facts, names.get((row.grain, row.row))))
    return laid


def _named(rows: list[Row], name: str) -> list[Row]:
    """Rows of a grain, or those of an act (`actor.review_case`, `standing.file_case`)."""
    grain, _, act = name.partition(".")
    found = [row for row in rows if row.grain == grain and (not act or act in (row["actor_act"], row["stood_act"]))]
    if not found:
        raise BadFault(f"没有“{name}”的行可以改动")
    return found


def _changed_rows(rows: list[Row], name: str) -> list[Row]:
    """All rows of the name; of those who acted together only the first, who did it himself."""
    found = _named(rows, name)
    return found[:1] if name.startswith("actor.") else found


def _broken_off(rows: list[Row], act: str) -> list[Row]:
    """The rows up to the last time an act was done; days that came later are blank."""
    done = [row for row in rows if row["actor_act"] == act]
    if not done or act not in SAID:
        raise BadFault(f"没有办理过“{act}”")
    version, day = done[-1].seq // 1000, done[-1]["acted_on"]
    kept = [row for row in rows if row.seq // 1000 <= version]
    for row in kept:
        row.facts = {name: value for name, value in row.facts.items() if _was_known(row.grain, name, value, act, day)}
    return kept


def _was_known(grain: str, name: str, value: object, act: str, day: dt.date) -> bool:
    if isinstance(value, dt.date) and value > day and not VOCABULARY.fact(name).foretold:
        return False
    return grain != "case" or (name.startswith(SAID[act]) and not name.startswith(LATER))


def _again(rows: list[Row], grains: Iterable[str]) -> list[Row]:
    """A second decision with what hangs on it: the last row of each grain once more."""
    found = []
    for grain in grains:
        last = _named(rows, grain)[-1]
        facts = copy.deepcopy(last.facts)
        facts |= {link: f"{facts[link]}-2" for link in LINKS if facts.get(link)}
        found.append(Row(grain, f"{last.row}-2", last.seq, facts))
    return found


def _added(rows: list[Row], grains: dict, days: Days) -> list[Row]:
    """A row of a grain the orderly case has none of."""
    blank = [Row(grain, f"{grain}-new", rows[-1].seq, {}) for grain in grains]
    for row in blank:
        row.facts = {fact: _value(value, row, rows, days) for fact, value in grains[row.grain].items()}
    return blank


def _value(value: object, row: Row, rows: list[Row], days: Days) -> object:
    if isinstance(value, list):
        return [_value(each, row, rows, days) for each in value]
    if not isinstance(value, str) or not value.startswith("="):
        return value
    match = _RECKONED.fullmatch(value)
    if match is None:
        raise BadFault(f"看不懂“{value}”")
    name, sign, number, unit = match.groups()
    base = _fact(name, row, rows)
    if number is None:
        return base
    return _moved(base, int(number) if sign == "+" else -int(number), unit, days)


def _fact(name: str, row: Row, rows: list[Row]) -> object:
    """The fact of the row itself, else of the last row that has it."""
    if name in row.facts:
        return row.facts[name]
    grain = VOCABULARY.fact(name).grain
    held = [r.facts[name] for r in rows if r.grain == grain and r[name] is not None]
    if not held:
        raise BadFault(f"案件里没有“{VOCABULARY.fact(name).label}”")
    return held[-1]


def _moved(base: object, n: int, unit: str, days: Days) -> object:
    if not isinstance(base, dt.date):
        return base + n
    if unit == "w":
        return days.after(base, n)
    if unit == "y":
        return base.replace(year=base.year + n, day=min(base.day, 28))
    return base + dt.timedelta(days=n)
