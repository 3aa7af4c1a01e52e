"""Derived facts of one matter: what `facts.frames.derive` does for columns, over plain rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from functools import lru_cache

from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import layers
from sanwei.facts.vocabulary import Fact, Grain

from .reading import read
from .rowwise import read_row
from .values import Fn

Rows = dict[
    str, list[dict[str, object]]
]  # grain → rows, each with its keys and every recorded fact (null where not recorded)


@lru_cache(maxsize=1024)
def _take(fact: Fact, *, columns: bool) -> Fn:
    return read(fact.take) if columns else read_row(fact.take)


@lru_cache(maxsize=1024)
def _needed(fact: Fact) -> tuple[str, ...]:
    return fact.roots


def complete(grain: str, row: Mapping[str, object]) -> dict[str, object]:
    """A row with every column of its grain; lists become tuples, as the single way wants them."""
    whole = dict(_blank(grain))
    whole.update(row)
    for name, value in row.items():
        if type(value) is list:
            whole[name] = tuple(value)
    return whole


@lru_cache(maxsize=64)
def _blank(grain: str) -> dict[str, None]:
    return dict.fromkeys(VOCABULARY.grain(grain).schema)


@lru_cache(maxsize=64)
def _days(grain: str) -> tuple[str, ...]:
    return tuple(
        f.name for f in VOCABULARY.grain(grain).facts.values() if f.is_day and not f.foretold and not f.derived
    )


@lru_cache(maxsize=512)
def walked(wanted: frozenset[str]) -> frozenset[str]:
    """The grains whose rows other rows look into for these facts."""
    return frozenset(over for layer in layers(wanted) for (_, over), _ in layer if over is not None)


def seen(rows: Mapping[str, list[dict]], as_of: dt.date) -> Rows:
    """What was visible at the end of `as_of` (see `facts.frames.seen`)."""
    out: Rows = {}
    for name, mine in rows.items():
        g = VOCABULARY.grain(name)
        days = _days(name)
        out[name] = []
        for r in mine:
            if g.happened and r[g.happened] is not None and r[g.happened] > as_of:
                continue
            late = [d for d in days if r[d] is not None and r[d] > as_of]
            out[name].append(r | dict.fromkeys(late) if late else r)
    return out


def derive(rows: Rows, wanted: Collection[str]) -> Rows:
    """Add every derived fact in `wanted` and what it is derived from, in place."""
    ordered: dict[str, list[dict]] = {}
    for layer in layers(frozenset(wanted)):
        for (grain, over), facts in layer:
            columns = over is not None and VOCABULARY.grain(over).many
            for row in rows.get(grain, ()):
                if over is None:
                    env: Mapping = row
                else:
                    if over not in ordered:
                        ordered[over] = _in_order(rows.get(over, []), VOCABULARY.grain(over))
                    env = _beside(row, ordered[over], VOCABULARY.grain(over), facts)
                for f in facts:
                    row[f.name] = _take(f, columns=columns)(env)
    return rows


def _in_order(rows: list[dict], grain: Grain) -> list[dict]:
    """By the day, then the sequence in the source; what has none comes last."""
    if not grain.many or not grain.happened or len(rows) < 2:
        return rows
    last = (True, dt.date.max)

    def place(r: dict):
        day, seq = r[grain.happened], r[grain.seq]
        return (last if day is None else (False, day), (seq is None, seq or 0))

    return sorted(rows, key=place)


def _beside(row: dict, theirs: list[dict], over: Grain, facts: tuple[Fact, ...]) -> dict:
    """The other rows as columns beside this row's values; one row of nothing where there is none, as a left join
    gives.
    """
    names = {n for f in facts for n in _needed(f)}
    env: dict[str, object] = {}
    for name in names:
        if name in row and name != KEY:
            env[name] = row[name]
        elif not over.many:
            env[name] = theirs[0].get(name) if theirs else None
        else:
            env[name] = [r.get(name) for r in theirs] if theirs else [None]
    return env
