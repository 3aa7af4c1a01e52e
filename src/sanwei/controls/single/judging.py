"""Judging one matter: the verdict table of `controls.judge` over plain rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sanwei.facts import KEY, VOCABULARY
from sanwei.lawbook import Lawbook

from ..control import MOST, Control, Due, Read
from ..verdict import Verdict
from .deriving import Rows, complete, derive, seen, walked
from .rowwise import read_row
from .values import Fn


@dataclass(frozen=True)
class One:
    """Verdicts on one matter: `findings` (keys as `judge.FINDINGS`, not-asked ones left out) and the rows they were
    read from.
    """

    findings: list[dict[str, object]]
    rows: Rows
    as_of: dt.date

    def each(self, verdicts: frozenset[Verdict] | None = None) -> Iterator[dict[str, object]]:
        return (f for f in self.findings if verdicts is None or f["verdict"] in verdicts)

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], dict]:
        found = {}
        for grain, rows in self.rows.items():
            g = VOCABULARY.grain(grain)
            found |= {(grain, r[g.id if g.many else KEY]): r for r in rows}
        return found

    def row(self, grain: str, case: str, row: str) -> dict[str, object]:
        """The facts behind a finding."""
        return self._by_id.get((grain, row), {})


def judge_one(
    rows: Mapping[str, Iterable[Mapping]],
    controls: Iterable[Control],
    book: Lawbook,
    as_of: dt.date,
    asked: Callable[[Control, str], bool] | None = None,
) -> One:
    """Judge the rows of one matter. `rows`: grain → rows of recorded facts with their keys.

    `asked`: whether a control is asked of a row (its id); None asks every control of every row of its grain. Raises
    `UnreadError` where an expression is beyond this way.
    """
    controls = tuple(controls)
    wanted_facts = _wanted(controls)
    groups = _by_grain(controls)
    if asked is not None:
        rows = _of_use(rows, dict(groups), walked(wanted_facts), asked)
    mine = {g: [complete(g, r) for r in found] for g, found in rows.items()}
    mine = derive(seen(mine, as_of), wanted_facts)
    findings = []
    for grain, group in groups:
        g = VOCABULARY.grain(grain)
        for row in mine.get(grain, ()):
            name = row[g.id if g.many else KEY]
            wanted = group if asked is None else tuple(c for c in group if asked(c, name))
            if not wanted:
                continue
            env = dict(row)
            _read_parameters(env, group, book)
            for c in wanted:
                found = _finding(c, env, book, as_of)
                if found is not None:
                    keys = {"control": c.code, "grain": grain, KEY: row[KEY], "row": name}
                    findings.append(keys | found)
    return One(findings, mine, as_of)


def _of_use(
    rows: Mapping[str, Iterable[Mapping]],
    groups: Mapping[str, tuple[Control, ...]],
    into: frozenset[str],
    asked: Callable[[Control, str], bool],
) -> dict[str, list[Mapping]]:
    """The rows that a control is asked of, and all rows of the grains that other rows look into."""
    kept: dict[str, list[Mapping]] = {}
    for grain, found in rows.items():
        if grain in into:
            kept[grain] = list(found)
        elif group := groups.get(grain):
            g = VOCABULARY.grain(grain)
            name = g.id if g.many else KEY
            kept[grain] = [r for r in found if any(asked(c, r[name]) for c in group)]
    return kept


@lru_cache(maxsize=256)
def _wanted(controls: tuple[Control, ...]) -> frozenset[str]:
    return frozenset(n for c in controls for n in c.needs)


@lru_cache(maxsize=256)
def _by_grain(controls: tuple[Control, ...]) -> tuple[tuple[str, tuple[Control, ...]], ...]:
    grains = dict.fromkeys(c.grain for c in controls)
    return tuple((g, tuple(c for c in controls if c.grain == g)) for g in grains)


@dataclass(frozen=True)
class _Read:
    as_of: Fn
    when: Fn | None
    breach: Fn | None
    done: Fn | None
    void_on: Fn | None
    since: Fn | None


@lru_cache(maxsize=1024)
def _read(c: Control) -> _Read:
    parts = (c.as_of, c.when, c.breach, c.done, c.void_on, c.due.since if c.due else None)
    return _Read(*(None if e is None else read_row(e) for e in parts))


@lru_cache(maxsize=256)
def _parameters(controls: tuple[Control, ...]) -> tuple[Read, ...]:
    """Every parameter the controls read."""
    return tuple(Control.reads({r for c in controls for r in c.roots}))


def _read_parameters(env: dict, controls: tuple[Control, ...], book: Lawbook) -> None:
    for told in _parameters(controls):
        on = env[told.day]
        if on is None:
            env[told.column] = None
        elif told.bound:
            ends = book.bounds(told.key, env[told.since], on) if env[told.since] is not None else None
            env[told.column] = None if ends is None else ends[told.bound == MOST]
        else:
            value = book.parameter(told.key).at(on)
            env[told.column] = None if value is None else value.value


def _finding(c: Control, env: dict, book: Lawbook, today: dt.date) -> dict | None:
    """The verdict table, top to bottom as `judge._verdict` reads it; None where the control is not asked."""
    read_ = _read(c)
    as_of = read_.as_of(env)
    active = as_of is not None if read_.when is None else _active(read_.when(env), as_of, today)
    if active is False or (as_of is not None and not _in_force(c, book, as_of)):
        return None
    if c.timed:
        due, guess = _due(c.due, env, book, as_of, read_)
        done = read_.done(env)
        told = _timed(c, env, read_, due, guess, today)
    else:
        due = done = None
        guess, told = False, _untimed(read_.breach(env))
    if active is None or as_of is None:
        told = Verdict.UNDETERMINED
    return {"since": as_of, "due": due, "done": done, "provisional": guess, "verdict": told}


def _active(when, as_of: dt.date | None, today: dt.date):
    # Kleene: `when` and (no as-of day, or one that has come)
    come = as_of is None or as_of <= today
    if when is False or not come:
        return False
    return when


@lru_cache(maxsize=65536)
def _in_force(c: Control, book: Lawbook, day: dt.date) -> bool:
    return any(book.clause(ref).in_force_on(day) for ref in c.clauses)


def _untimed(breach) -> Verdict:
    return Verdict.UNDETERMINED if breach is None else Verdict.BREACH if breach else Verdict.KEPT


def _due(due: Due, env: dict, book: Lawbook, as_of: dt.date | None, read_: _Read) -> tuple[dt.date | None, bool]:
    since = read_.since(env)
    day, guess = _term(due.parameter, since, as_of, book)
    if due.earlier is not None:
        other, other_guess = _due(
            due.earlier, env, book, as_of, _Read(None, None, None, None, None, read_row(due.earlier.since))
        )
        if other is not None and (day is None or other <= day):
            return other, other_guess
    return day, guess


def _term(key: str, since: dt.date | None, on: dt.date | None, book: Lawbook) -> tuple[dt.date | None, bool]:
    if since is None or on is None:
        return None, False
    end = book.due(key, since, on)
    return (None, False) if end is None or end.day is None else (end.day, end.provisional)


def _timed(c: Control, env: dict, read_: _Read, due, guess: bool, today: dt.date) -> Verdict:
    done = read_.done(env)
    done = done if done is not None and done <= today else None
    if due is None:
        return Verdict.UNDETERMINED
    void = read_.void_on(env) if read_.void_on is not None else None
    if void is not None and void <= today and void <= due and (done is None or void <= done):
        return Verdict.VOID
    if done is not None and done <= due:
        return Verdict.KEPT
    if done is None and due >= today:
        return Verdict.PENDING
    if guess:
        return Verdict.UNDETERMINED
    return Verdict.LATE if done is not None else Verdict.OVERDUE
