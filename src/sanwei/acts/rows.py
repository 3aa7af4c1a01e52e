"""The facts of one matter as plain rows, and as frames for the judge. The gate, the duties and the export read the
same mapping.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import Frames, frame

from .models import FactRow


@dataclass
class Laid:
    """Facts an act lays down: a new row of a grain (row None), or more facts on a row that stands."""

    grain: str
    facts: dict[str, object]
    row: str | None = None
    # the row takes its place now: a draft becomes a decision when it is issued, after what was done meanwhile
    anew: bool = False

    def __post_init__(self):
        schema = VOCABULARY.grain(self.grain).schema
        for name in self.facts:
            if name not in schema:
                VOCABULARY.fact(name)
                raise ValueError(f"事实“{name}”不能写在“{self.grain}”行里")


@dataclass
class Row:
    grain: str
    row: str
    seq: int
    facts: dict[str, object] = field(default_factory=dict)

    def get(self, name: str, otherwise=None):
        value = self.facts.get(name)
        return otherwise if value is None else value

    def __getitem__(self, name: str):
        return self.facts.get(name)


class Rows:
    """All rows of one matter, in the order they were laid."""

    def __init__(self, matter_id: uuid.UUID, rows: Iterable[Row] = ()):
        self.matter_id = str(matter_id)
        self._rows = {(r.grain, r.row): r for r in rows}
        # What was reckoned from these rows alone, kept by who asks for it again and again: they do not change.
        self.reckoned: dict[object, object] = {}

    @classmethod
    def read(cls, matter_id: uuid.UUID) -> Rows:
        """One query."""
        stored = FactRow.objects.filter(matter_id=matter_id).order_by("seq").values_list("grain", "row", "seq", "facts")
        return cls(matter_id, (Row(g, r, s, decode(g, f)) for g, r, s, f in stored))

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows.values())

    def all(self, grain: str) -> list[Row]:
        return list(self._in_order.get(grain, ()))

    def last(self, grain: str) -> Row | None:
        rows = self._in_order.get(grain)
        return rows[-1] if rows else None

    @cached_property
    def _in_order(self) -> dict[str, list[Row]]:
        """Grain → its rows as they were laid; asked a hundred times for one page."""
        found: dict[str, list[Row]] = {}
        for r in sorted(self._rows.values(), key=lambda r: r.seq):
            found.setdefault(r.grain, []).append(r)
        return found

    def get(self, grain: str, row: str) -> Row | None:
        return self._rows.get((grain, row))

    @property
    def head(self) -> Row:
        """The row of the matter itself (grain `case`), empty while there is none."""
        return self._rows.get(("case", self.matter_id)) or Row("case", self.matter_id, 0)

    def over(self, laid: Iterable[Laid], seq: int) -> tuple[Rows, list[Row]]:
        """These rows with the laid facts over them, and the rows touched. `seq`: order number of the act in the
        matter.
        """
        rows, touched = dict(self._rows), []
        for n, item in enumerate(laid):
            grain = VOCABULARY.grain(item.grain)
            name = item.row or (str(uuid.uuid4()) if grain.many else self.matter_id)
            before = rows.get((item.grain, name))
            facts = {**(before.facts if before else {}), **item.facts}
            order = before.seq if before and not item.anew else seq * 1000 + n
            rows[item.grain, name] = after = Row(item.grain, name, order, facts)
            item.row = name
            touched.append(after)
        return Rows(uuid.UUID(self.matter_id), rows.values()), touched

    def plain(self) -> dict[str, list[dict[str, object]]]:
        """Grain → rows of facts with their keys, for judging this one matter."""
        by_grain: dict[str, list[dict]] = {}
        for r in self:
            by_grain.setdefault(r.grain, []).append(as_facts(self.matter_id, r.grain, r.row, r.seq, r.facts))
        return by_grain

    def frames(self) -> Frames:
        """Grain → frame; grains without a row are left out (the judge takes them as empty)."""
        return {g: frame(g, rows) for g, rows in self.plain().items()}


def as_facts(matter_id: str, grain: str, row: str, seq: int, facts: Mapping[str, object]) -> dict[str, object]:
    g = VOCABULARY.grain(grain)
    keys = {KEY: matter_id} | ({g.id: row, g.seq: seq} if g.many else {})
    return {**keys, **facts}


def frames_of(stored: Iterable[tuple[uuid.UUID, str, str, int, dict]]) -> Frames:
    """Frames of many matters at once, from (matter, grain, row, seq, facts JSON): the audit's way to the live
    record.
    """
    by_grain: dict[str, list[dict]] = {}
    for matter_id, grain, row, seq, facts in stored:
        by_grain.setdefault(grain, []).append(as_facts(str(matter_id), grain, row, seq, decode(grain, facts)))
    return {g: frame(g, rows) for g, rows in by_grain.items()}


def decode(grain: str, stored: Mapping[str, object]) -> dict[str, object]:
    """JSON to values: days come back as days."""
    facts = VOCABULARY.grain(grain).facts
    return {
        n: dt.date.fromisoformat(v) if v is not None and facts[n].dtype == pl.Date else v for n, v in stored.items()
    }


def encode(facts: Mapping[str, object]) -> dict[str, object]:
    """Values to JSON."""
    return {n: v.isoformat() if isinstance(v, dt.date) else v for n, v in facts.items() if v is not None}
