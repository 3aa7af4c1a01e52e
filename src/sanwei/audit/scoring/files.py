"""Case files of a source, scored: matters by their number or name, judged one at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import polars as pl

from sanwei.audit.run.folder import Folder
from sanwei.audit.run.judging import KIND, assessable
from sanwei.audit.source import Source
from sanwei.controls.register import register
from sanwei.controls.single.judging import judge_one
from sanwei.facts import KEY
from sanwei.lawbook import Lawbook

from .scoring import Score, score
from .sheet import Sheet, SheetError


def score_files(
    source: Folder | Source, wanted: Iterable[str], sheet: Sheet, book: Lawbook, as_of: dt.date
) -> list[tuple[str, Score]]:
    """(number, score) of each matter asked for, by number or by name in the source. SheetError: one is not there."""
    named = _names(source, wanted)
    controls, missing = assessable(source, register().values())
    frames = {g: lf.filter(pl.col(KEY).is_in(list(named))).collect() for g, lf in source.frames.items()}
    told = []
    for matter, number in named.items():
        rows = {g: df.filter(pl.col(KEY) == matter).to_dicts() for g, df in frames.items()}
        law = _law(book, rows)
        asked = [c for c in controls if c.code not in law.without]
        found = judge_one(rows, asked, law, as_of).findings
        verdicts = [(f["control"], f["verdict"]) for f in found]
        told.append((number, score(sheet, _kind(rows), rows, verdicts, missing=missing)))
    return told


def _names(source: Folder | Source, wanted: Iterable[str]) -> dict[str, str]:
    """Name in the source → number, in the order asked."""
    matters = source.matters if isinstance(source, Folder) else None
    known = source.frames["case"].select(KEY).with_columns(number=pl.col(KEY)) if matters is None else matters
    table = known.select(KEY, "number").collect()
    found = {}
    for name in wanted:
        row = table.filter((pl.col(KEY) == name) | (pl.col("number") == name))
        if not row.height:
            raise SheetError(f"来源里没有案号（标识）为“{name}”的案件。")
        found[row[KEY][0]] = row["number"][0] or row[KEY][0]
    return found


def _kind(rows: dict[str, list[dict]]) -> str:
    """Which of the sheets a file is scored by: by its last decision."""
    kinds = [r.get("decision_kind") for r in rows.get("decision", []) if r.get("decided_on")]
    return "no_penalty" if kinds and kinds[-1] == "no_penalty" else "penalty"


def _law(book: Lawbook, rows: dict[str, list[dict]]) -> Lawbook:
    case = (rows.get("case") or [{}])[0]
    moved, began = case.get("rules_version"), case.get("lead_on")
    version = book.procedure(KIND, moved) if moved else None
    return book.under(version or (book.procedure_on(KIND, began) if began else None))
