"""What a source gives, whoever wrote it: rows of facts (`Source`) or steps of matters (`Log`), and an account of how it
was read (`Reading`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from .rulebook import Rulebook

REFUSED = {"file": pl.String, "line": pl.Int64, "reason": pl.String, "text": pl.String}

# Columns that every log has; see `Log`.
EVENTS = {
    "case_id": pl.String,
    "activity": pl.String,
    "on": pl.Date,
    "seq": pl.Int64,
    "at": pl.String,
    "offset": pl.Int32,
    "precision": pl.String,
    "place": pl.Int64,
    "person": pl.String,
}


class SourceError(ValueError):
    """The source cannot be read at all. The message is one Chinese sentence: what is wrong, what to do."""


@dataclass(frozen=True)
class Reading:
    """How a source was read. `read` = `taken` + `refused.height`, always: rows (tables) or events (logs), headings and
    empty lines not counted.

    refused   frame of `REFUSED`: file (sheet), line in it (1 = first), reason in Chinese, the row as it stood
    side_file where the refused rows were written; None: not written (none, or no folder was named)
    unknown   columns of the source that no fact is made of: reported, never dropped silently
    missing   grain → recorded facts of the vocabulary that the source has no column for
    doubts    frame of `REFUSED`: rows that were taken although one cell could not be (that fact is null there)
    notes     Chinese sentences for the person: which encoding, which template, what was assumed
    """

    path: Path
    read: int = 0
    taken: int = 0
    refused: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REFUSED))
    side_file: Path | None = None
    unknown: tuple[str, ...] = ()
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doubts: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REFUSED))
    notes: tuple[str, ...] = ()

    def __post_init__(self):
        if self.read != self.taken + self.refused.height:
            raise ValueError(f"账目不平：读到 {self.read} 行，采用 {self.taken} 行，拒收 {self.refused.height} 行")

    def set_aside(self, folder: Path) -> Reading:
        """The same, after the refused rows and the doubtful cells were written to a CSV file in the folder."""
        if not self.refused.height and not self.doubts.height:
            return self
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{self.path.name}.未采用.csv"
        both = [
            self.refused.with_columns(taken=pl.lit("整行未采用")),
            self.doubts.with_columns(taken=pl.lit("仅此项未采用")),
        ]
        headings = {"file": "文件", "line": "行号", "reason": "原因", "text": "原文", "taken": "处理"}
        pl.concat(both).sort("file", "line", maintain_order=True).rename(headings).write_csv(file, include_bom=True)
        return replace(self, side_file=file)


@dataclass(frozen=True)
class Source:
    """Rows of facts. `frames`: grain → rows; columns are `case_id`, for grains of many rows also `<grain>_id` and
    `<grain>_seq`, and recorded facts of `sanwei.facts` in the types of the vocabulary (`Grain.schema`); a fact without
    a column was not exported at all. Ready for
    `controls.judge.judge` batch by batch: `{g: f.filter(…).collect() for g, f in source.frames.items()}`.
    """

    frames: Mapping[str, pl.LazyFrame]
    reading: Reading


@dataclass(frozen=True)
class Log:
    """Steps of matters, ready for `controls.forms.judge_forms(log.events.collect(), …)`.

    events  columns `EVENTS`, then one column an attribute of an event (its key in the source as the name):
            case_id, activity; on: local date as written (null: not recorded); seq: order in time within the matter,
            the same for steps of one instant, so that nobody guesses which came first; at: the time as it stood;
            offset: minutes east of UTC as written (null: none); precision: "day", "minute", "second", "fraction" or
            null; place: place in the source (0, 1, …), the order where a rulebook says that the source's order counts;
            person: who did it (org:resource)
    cases   one row a matter: case_id and its attributes
    kinds   attribute → kind in the source (string, date, int, float, boolean, id, list, container)
    about   what the source says of itself (attributes of the log, extensions, globals, classifiers), for the way back
    rulebook controls named for this log; None: none given
    """

    events: pl.LazyFrame
    cases: pl.LazyFrame
    reading: Reading
    kinds: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, object] = field(default_factory=dict)
    rulebook: Rulebook | None = None
