"""Object-centric logs (OCEL 2.0) as tables: events, objects, their attributes over time, and who is related to whom.

Values are kept as JSON texts, so that a number stays a number on the way back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from sanwei.audit.reading import REFUSED, Log, Reading, SourceError

from .steps import LINE, NAME, TIME, TRACE, WHO, Raw, log_of

EVENTS = {"id": pl.String, "type": pl.String, "at": pl.String}
OBJECTS = {"id": pl.String, "type": pl.String}
VALUES = {"id": pl.String, "name": pl.String, "at": pl.String, "value": pl.String}
LINKS = {"source": pl.String, "target": pl.String, "qualifier": pl.String}
KINDS = {"integer": "int", "float": "float", "boolean": "boolean", "time": "date"}
ID, TYPE, QUALIFIER = "ocel:id", "ocel:type", "ocel:qualifier"

Types = dict[str, list[tuple[str, str]]]  # type → its attributes: (name, kind)


def _empty(schema: dict) -> pl.DataFrame:
    return pl.DataFrame(schema=schema)


@dataclass
class Ocel:
    """`values`: attributes of events (at: null) and `changes`: of objects, with the time from which they hold."""

    events: pl.DataFrame = field(default_factory=lambda: _empty(EVENTS))
    objects: pl.DataFrame = field(default_factory=lambda: _empty(OBJECTS))
    values: pl.DataFrame = field(default_factory=lambda: _empty(VALUES))
    changes: pl.DataFrame = field(default_factory=lambda: _empty(VALUES))
    related: pl.DataFrame = field(default_factory=lambda: _empty(LINKS))  # event → object
    linked: pl.DataFrame = field(default_factory=lambda: _empty(LINKS))  # object → object
    event_types: Types = field(default_factory=dict)
    object_types: Types = field(default_factory=dict)

    def log(self, path: Path, matter: str | None = None, zone: str | None = None) -> Log:
        """One matter an object of the type `matter` (without one: of every object), with the events related to it.

        Events are counted once, however many objects they belong to; one that belongs to none is refused.
        """
        if matter is not None and matter not in self.object_types:
            raise SourceError(f"“{path.name}”没有“{matter}”这种对象；有：{'、'.join(self.object_types)}。")
        chosen = self.objects if matter is None else self.objects.filter(pl.col("type") == matter)
        chosen = chosen.with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias(TRACE))
        events = self.events.with_row_index(LINE, 1).with_columns(pl.col(LINE).cast(pl.Int64))
        pairs = self.related.join(chosen.select("id", TRACE), left_on="target", right_on="id", how="inner")
        steps = events.join(pairs, left_on="id", right_on="source", how="inner", maintain_order="left_right")
        steps = steps.select(LINE, TRACE, id="id", type="type", at="at", qualifier="qualifier")
        alone = events.join(pairs, left_on="id", right_on="source", how="anti")
        raw = Raw(self._named(steps), self._cases(chosen), self._kinds(), self._case_kinds())
        found = log_of(path, raw, zone)
        return replace(found, reading=self._reading(found.reading, alone, matter), about={"ocel": self})

    def _named(self, steps: pl.DataFrame) -> pl.DataFrame:
        """The steps with the attributes of their events, as texts."""
        texts = self.values.with_columns(_plain("value").alias("value"))
        for name in texts["name"].unique(maintain_order=True):
            column = texts.filter(pl.col("name") == name).select("id", pl.col("value").alias(name))
            steps = steps.join(column.unique("id", keep="first"), on="id", how="left", maintain_order="left")
        return steps.rename({"type": NAME, "at": TIME, "id": ID, "qualifier": QUALIFIER})

    def _cases(self, chosen: pl.DataFrame) -> list[dict[str, str]]:
        """What is first told of each object."""
        cases = {i: {NAME: i, TYPE: t} for i, t in chosen.select("id", "type").iter_rows()}
        for i, name, _, value in self.changes.iter_rows():
            if i in cases and value != "null":
                cases[i].setdefault(name, _text(value))
        return list(cases.values())

    def _kinds(self) -> dict[str, str]:
        return {n: KINDS.get(k, "string") for given in self.event_types.values() for n, k in given}

    def _case_kinds(self) -> dict[str, str]:
        return {n: KINDS.get(k, "string") for given in self.object_types.values() for n, k in given}

    def _reading(self, reading: Reading, alone: pl.DataFrame, matter: str | None) -> Reading:
        says = f"事件没有关联“{matter}”" if matter else "事件没有关联任何对象"
        told = alone.select(
            pl.lit(reading.path.name).alias("file"),
            pl.col(LINE).alias("line"),
            pl.lit(says).alias("reason"),
            pl.concat_str("id", "type", "at", separator="，", ignore_nulls=True).alias("text"),
        ).cast(REFUSED)
        notes = list(reading.notes)
        if matter is None:
            notes.append(f"每个对象各作一案（{'、'.join(self.object_types)}）；只看一种的，请在规则文件里写 matter。")
        refused = pl.concat([reading.refused.unique(["line", "reason"], maintain_order=True), told])
        taken = self.events.height - refused.height
        return replace(reading, read=self.events.height, taken=taken, refused=refused, notes=tuple(notes))


def _text(value: str) -> str:
    """A JSON text as its plain text."""
    return json.loads(value) if value.startswith('"') else value


def _plain(column: str) -> pl.Expr:
    """The same for a column; only texts with escapes in them need a reader of JSON, and they keep their quotes."""
    value = pl.col(column)
    quoted = value.str.starts_with('"') & ~value.str.contains("\\", literal=True)
    return pl.when(quoted).then(value.str.slice(1, value.str.len_chars() - 2)).when(value != "null").then(value)


__all__ = ["EVENTS", "ID", "LINKS", "OBJECTS", "VALUES", "WHO", "Ocel", "Types"]
