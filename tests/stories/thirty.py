"""Walks the cases of `thirty.yaml`: the straight way of `walking`, with what a case of the list changes.

A change is written under `both` (the case and its faultless twin) or under `fault` (the case alone):
  skip: acts left out · days: {act: another day} · who: {act: another of the cast} · with: {act: {answer: value}}
  add: [{before: act of the way, act, who, day, with}] acts beside the way; their own form answers what is not said
  until: the last act that is done · ends: the act the way ends with, in both
A value “@name” is somebody of the cast, “@basis” the clauses of the power, “@row:grain” the last row of that grain.
What must be found stands under `gate: {act, finds}` or `board: {day, finds}`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cast import Cast
from sanwei.acts import clock, registry
from sanwei.acts.act import Refused
from sanwei.acts.gate import judge_rows
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.lawbook import lawbook
from unit.answering import faults
from unit.filling import Open
from walking import STEPS, basis, day, do

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
BAD = (Verdict.BREACH, Verdict.LATE, Verdict.OVERDUE, Verdict.UNDETERMINED)
PUBLISHED = {
    "before": "record_payment",
    "act": "publish_decision",
    "who": "officer",
    "day": day(4, 3),
    "with": {},
}


@dataclass
class Way:
    """The steps of one case: (act, who, day, answers or None where the form fills itself in)."""

    steps: list[tuple[str, str, dt.date, Any]] = field(default_factory=list)
    changes: dict[str, dict] = field(default_factory=dict)


def way(*told: Mapping[str, Any]) -> Way:
    """The straight way with these changes, one after the other."""
    skip = {act for t in told for act in t.get("skip", ())}
    days = {act: on for t in told for act, on in t.get("days", {}).items()}
    who = {act: name for t in told for act, name in t.get("who", {}).items()}
    ends = next((t["ends"] for t in told if "ends" in t), None)
    made = Way()
    for t in told:
        for act, answers in t.get("with", {}).items():
            made.changes[act] = made.changes.get(act, {}) | answers
    beside = [PUBLISHED, *(step for t in told for step in t.get("add", ()))]
    for code, doer, on, answers in STEPS:
        for step in (s for s in beside if s["before"] == code and s["act"] not in skip):
            here = days.get(step["act"], step["day"])
            made.steps.append((step["act"], who.get(step["act"], step["who"]), here, None))
            made.changes[step["act"]] = step.get("with", {}) | made.changes.get(step["act"], {})
        if code not in skip:
            made.steps.append((code, who.get(code, doer), days.get(code, on), answers))
        if code == ends:
            break
    return made


def walked(made: Way, cast: Cast, until: str = "") -> Case:
    """The case after all steps, or after the step `until`."""
    case = None
    for step in made.steps:
        case = done(made, step, case, cast)
        if step[0] == until:
            break
    return case


def done(made: Way, step: tuple[str, str, dt.date, Any], case: Case | None, cast: Cast) -> Case:
    code, who, on, answers = step
    changes = said(made.changes.get(code, {}), case, cast)
    if answers is not None:
        return do(code, getattr(cast, who), on, answers(case, cast) | changes, case)
    one = Open(registry.get(code), case, who, on, cast)
    with clock.at(on):
        told = one.form()
        data = {name: value for name, value in one.post(**changes).items() if name in told.fields}
        filled = type(told)(told.act, told.ctx, data=data)
        assert filled.is_valid(), (code, filled.errors)
    return do(code, getattr(cast, who), on, filled.answers(), case)


def said(value: Any, case: Case | None, cast: Cast) -> Any:
    """The value with what it stands for."""
    if isinstance(value, dict):
        return {name: said(each, case, cast) for name, each in value.items()}
    if isinstance(value, list):
        return [said(each, case, cast) for each in value]
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    if value == "@basis":
        return basis(case)
    if value.startswith("@row:"):
        return Rows.read(case.pk).last(value.removeprefix("@row:")).row
    return str(getattr(cast, value[1:]).pk)


def refused(made: Way, act: str, cast: Cast, until: str = "") -> tuple[set[str], str]:
    """(controls that refuse the act of this way, the whole refusal in words); the steps before it, or up to `until`,
    are done.
    """
    case = None
    tried = next(step for step in made.steps if step[0] == act)
    for step in made.steps:
        if step is tried:
            break
        case = done(made, step, case, cast)
        if step[0] == until:
            break
    try:
        done(made, tried, case, cast)
    except Refused as no:
        return {f.control.code for f in no.findings}, str(no)
    return set(), ""


def on_board(case: Case, on: dt.date) -> set[str]:
    """Controls whose due day is past on the board of duties that day."""
    return set(Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN, due__lt=on).values_list("control", flat=True))


def wrong(case: Case, on: dt.date) -> Iterator[tuple[str, str, str]]:
    """What an audit of the whole case on that day holds against it: (control, row, verdict)."""
    found = judge_rows(Rows.read(case.pk), register().values(), lawbook(), on)
    yield from ((f["control"], f["row"], Verdict(f["verdict"]).label) for f in found.findings if f["verdict"] in BAD)


__all__ = ["CASES", "faults", "on_board", "refused", "walked", "way", "wrong"]
