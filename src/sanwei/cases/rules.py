"""What changes for a case when it runs under another version of the procedure: told before anything is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from sanwei.acts.gate import judge_rows
from sanwei.acts.models import Matter
from sanwei.acts.rows import Rows
from sanwei.acts.rules import procedure_of
from sanwei.controls.register import register, timed
from sanwei.controls.verdict import Verdict
from sanwei.lawbook import Lawbook, Procedure, lawbook

KIND = "case"
_OPEN = frozenset({Verdict.PENDING, Verdict.OVERDUE, Verdict.UNDETERMINED})


@dataclass(frozen=True)
class Changed:
    """One duty that is due on another day, new, or gone: what, until when before, until when after."""

    todo: str
    before: dt.date | None
    after: dt.date | None
    kind: str  # moved, new or gone


@dataclass(frozen=True)
class Difference:
    """Everything that changes: open duties, controls asked from now on or no longer, forms in another version."""

    duties: tuple[Changed, ...] = ()
    asked: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    forms: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.duties or self.asked or self.dropped or self.forms)


def versions(day: dt.date) -> tuple[Procedure, ...]:
    """The versions that a case may run under on a day: those that have begun."""
    return tuple(p for p in lawbook().procedures(KIND) if p.in_force.start is None or p.in_force.start <= day)


def current(rows: Rows, matter: Matter | None) -> Procedure | None:
    """The version the case runs under now."""
    return procedure_of(KIND, rows, matter)


def difference(rows: Rows, old: Procedure | None, new: Procedure | None, day: dt.date) -> Difference:
    """What the same facts amount to under the one and the other. Nothing is written."""
    book, controls = lawbook(), register()
    one, other = book.under(old), book.under(new)
    mine, theirs = _due(rows, one, day), _due(rows, other, day)
    known = {f.code: f.title for f in book.forms}
    return Difference(
        duties=tuple(_changed(mine, theirs)),
        asked=tuple(controls[c].title for c in sorted(one.without - other.without) if c in controls),
        dropped=tuple(controls[c].title for c in sorted(other.without - one.without) if c in controls),
        forms=tuple(
            f"{known[code]}：第 {one.form(code, day).version} 版改为第 {other.form(code, day).version} 版"
            for code in sorted({*one.pinned, *other.pinned})
            if one.form(code, day).version != other.form(code, day).version
        ),
    )


def _due(rows: Rows, book: Lawbook, day: dt.date) -> dict[tuple[str, str], dt.date | None]:
    asked = tuple(c for c in timed() if c.code not in book.without)
    found = judge_rows(rows, asked, book, day)
    return {(f["control"], f["row"]): f["due"] for f in found.each(_OPEN) if f["since"] is not None}


def _changed(mine: dict, theirs: dict) -> Iterator[Changed]:
    controls = register()
    for key in dict.fromkeys((*mine, *theirs)):
        if key in mine and key in theirs and mine[key] == theirs[key]:
            continue
        kind = "moved" if key in mine and key in theirs else "new" if key in theirs else "gone"
        yield Changed(controls[key[0]].duty.todo, mine.get(key), theirs.get(key), kind)
