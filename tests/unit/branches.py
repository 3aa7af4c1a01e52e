"""Faults of the branches: each case of `branches.yaml` spoils one act, or the record it stands on, and the gate or the
board of duties finds exactly that.

The acts stand open in `filling.World`, where their right answers are accepted; so the faultless twin of every case is
the act itself as it stands there (with what `both` changes), and it must raise nothing. A case says:
  act: the act whose gate it is · both: what is other on either twin · fault: what is other on the case alone
In `both` and `fault`:
  day: the act is done on another day
  record: {grain: {fact: value}} facts changed on the last row of that grain; “grain+1”, or none there: a new row
  drop: [grain] rows taken off the record · laid: {grain: {fact: value}} facts changed in what the act is about to lay
  actor, standing: {fact: value} what the registers say that day of the doer, of the body and its power
What must be found: `finds` at the gate of the act; with `board: day`, on the board once the act is done: all of it on
that day, and the day before only what `already` names.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from django.db import transaction
from django.utils.datastructures import MultiValueDict

from sanwei.acts import clock
from sanwei.acts.act import Act, Refused
from sanwei.acts.models import Duty, FactRow
from sanwei.acts.perform import perform
from sanwei.acts.rows import Rows, encode
from sanwei.acts.standing import standing_row
from sanwei.controls.register import register
from sanwei.people.queries import standing
from stories.thirty import CASES as STRAIGHT
from unit.filling import Open, World

_READ = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = _READ["cases"]
WITHOUT: dict[str, str] = _READ["without"]
Told = Mapping[str, Any]


class Branches:
    """Tests for a class that has the world of all acts in `world`; what a test writes is rolled back."""

    world: World

    def test_gate_and_board_find_every_fault_of_the_branches_and_nothing_else(self) -> None:
        self.assertEqual({case["name"]: amiss for case in CASES if (amiss := missed(self.world, case))}, {})

    def test_the_faultless_twins_of_the_branches_raise_nothing(self) -> None:
        twins = {f"{case['act']} {case.get('both')}": case for case in CASES}
        raised = {name: sorted(tried(self.world, case, {})[0]) for name, case in twins.items()}
        self.assertEqual({name: found for name, found in raised.items() if found}, {})

    def test_every_control_that_guards_or_dates_has_a_case_that_breaks_it(self) -> None:
        found = {code for case in (*CASES, *STRAIGHT) for code in _finds(case)}
        asked = {c.code for c in register().values() if c.guards or c.duty}
        self.assertEqual(sorted(asked - found - WITHOUT.keys()), [])
        self.assertEqual(sorted(found - asked), [])
        self.assertEqual(sorted(WITHOUT.keys() & found), [], "has a case now: strike it from the list")


def missed(world: World, case: Told) -> str:
    """What is other than the case says; empty where it is found as written."""
    found, left = tried(world, case, case.get("fault", {}))
    if "board" not in case:
        return "" if found == set(case["finds"]) else f"gate: {sorted(found)}"
    late = {code for code, due in left if due < case["board"]}
    early = {code for code, due in left if due < case["board"] - dt.timedelta(days=1)}
    right = late == set(case["finds"]) and early == set(case.get("already", ()))
    return "" if right else f"board: {sorted(left)}, gate: {sorted(found)}"


def tried(world: World, case: Told, fault: Told) -> tuple[set[str], set[tuple[str, dt.date]]]:
    """(controls that refuse or warn, open duties with their due days afterwards) of one act; nothing of it stays."""
    one, told = world[case["act"]], [case.get("both", {}), fault]
    mark = transaction.savepoint()
    for each in told:
        _spoil(one, each)
    try:
        with _registers(told):
            return _done(one, case, told)
    finally:
        transaction.savepoint_rollback(mark)


def _done(one: Open, case: Told, told: list[Told]) -> tuple[set[str], set[tuple[str, dt.date]]]:
    day = next((t["day"] for t in reversed(told) if "day" in t), one.day)
    form = one.form()
    data = {name: value for name, value in one.post().items() if name in form.fields}
    filled = type(form)(form.act, form.ctx, data=_plain(data), files=_files(data))
    assert filled.is_valid(), (case["name"], filled.errors)
    try:
        with clock.at(day):
            done = perform(
                _patched(one.act, [t["laid"] for t in told if "laid" in t]),
                officer=one.officer,
                data=filled.answers(),
                matter_id=one.case.pk if one.case else None,
                body=one.officer.body,
            )
    except Refused as no:
        assert not no.not_yet, (case["name"], str(no))
        return {f.control.code for f in no.findings}, set()
    left = Duty.objects.filter(matter_id=done.matter.pk, state=Duty.OPEN, due__isnull=False)
    return {f.control.code for f in done.warns}, set(left.values_list("control", "due"))


def _patched(act: Act, changes: list[Told]) -> Act:
    """The act, about to lay other facts than its form says."""
    patched = copy.copy(act)

    def plan(ctx, data):
        made = act.plan(ctx, data)
        for grain, facts in (item for change in changes for item in change.items()):
            here = [item for item in made.laid if item.grain == grain]
            assert here, f"{act.code} lays no {grain}"
            for item in here:
                item.facts |= _values(facts, ctx.rows)
        return made

    patched.plan = plan
    return patched


@contextmanager
def _registers(told: list[Told]) -> Iterator[None]:
    """The registers of persons and bodies say otherwise meanwhile."""

    def other(read, facts):
        return lambda *args: read(*args) | facts

    def stood(*args):
        laid = standing_row(*args)
        laid.facts |= body
        return laid

    person = {name: value for t in told for name, value in t.get("actor", {}).items()}
    body = {name: value for t in told for name, value in t.get("standing", {}).items()}
    with (
        patch("sanwei.acts.perform.standing", other(standing, person)),
        patch("sanwei.acts.standing.standing", other(standing, person)),
        patch("sanwei.acts.perform.standing_row", stood),
    ):
        yield


def _spoil(one: Open, told: Told) -> None:
    """Change the record as told."""
    for grain in told.get("drop", ()):
        FactRow.objects.filter(matter_id=one.case.pk, grain=grain).delete()
    for grain, facts in told.get("record", {}).items():
        _record(one.case.pk, grain, facts)


def _record(matter, named: str, facts: Told) -> None:
    rows = Rows.read(matter)
    grain, new, no = named.partition("+")
    last, told = None if new else rows.last(grain), _values(facts, rows)
    if last is not None:
        stored = FactRow.objects.filter(matter_id=matter, grain=grain, row=last.row)
        stored.update(facts=encode(last.facts | told))
        return
    seq = max(row.seq for row in rows) + 1
    FactRow.objects.create(
        matter_kind="case", matter_id=matter, grain=grain, row=f"{grain}-new{no}", seq=seq, facts=encode(told)
    )


def _values(facts: Told, rows: Rows) -> dict[str, Any]:
    """“@grain” stands for the last row of that grain."""

    def said(value: Any) -> Any:
        if isinstance(value, list):
            return [said(each) for each in value]
        return rows.last(value[1:]).row if isinstance(value, str) and value.startswith("@") else value

    return {name: said(value) for name, value in facts.items()}


def _finds(case: Told) -> Iterator[str]:
    yield from case.get("finds", ())
    for where in ("gate", "board"):
        if isinstance(case.get(where), dict):
            yield from case[where]["finds"]


def _plain(data: Told) -> dict[str, Any]:
    return {name: value for name, value in data.items() if not _is_files(value)}


def _files(data: Told) -> Any:
    return MultiValueDict({name: value for name, value in data.items() if _is_files(value)})


def _is_files(value: object) -> bool:
    return isinstance(value, list) and bool(value) and hasattr(value[0], "chunks")
