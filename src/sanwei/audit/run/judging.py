"""One part judged: each matter by the law as its version of the procedure has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

import polars as pl

from sanwei.audit.source import Source
from sanwei.controls.control import Control
from sanwei.controls.judge import judge_wide
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import Frames
from sanwei.lawbook import Lawbook, Procedure

from .folder import Folder
from .outcome import OBLIGATIONS, STEPS, TALLY, UNKNOWN, Outcome, outcome

KIND = "case"  # the kind of matter whose facts the grain `case` heads


def assessable(
    source: Folder | Source, controls: Iterable[Control]
) -> tuple[tuple[Control, ...], dict[str, tuple[str, ...]]]:
    """(controls that can be asked, control → what the source lacks altogether).

    Our own record that has no row of a grain says that nothing of the kind happened. An export of somebody else that
    has no such table says nothing: whoever never recorded a service has not failed to serve.
    """
    controls = tuple(controls)
    if isinstance(source, Folder):
        return controls, {}
    there = {g: set(lf.collect_schema().names()) for g, lf in source.frames.items()}
    gone = {c.code: lacks for c in controls if (lacks := _lacks(c, there))}
    return tuple(c for c in controls if c.code not in gone), gone


def _lacks(control: Control, there: dict[str, set[str]]) -> tuple[str, ...]:
    """Facts (by name) and whole grains (by label, in 《》) that the source has no column and no table for."""
    facts = [VOCABULARY.facts[n] for n in sorted(control.rests_on)]
    grains = dict.fromkeys([control.grain, *(f.grain for f in facts), *(f.over for f in facts if f.over)])
    tables = tuple(f"《{VOCABULARY.grain(g).label}》" for g in grains if g not in there)
    columns = tuple(name for grain, name in control.recorded if grain in there and name not in there[grain])
    return tables + columns


def judge_part(
    frames: Frames, controls: tuple[Control, ...], book: Lawbook, as_of: dt.date, only: Collection[Verdict]
) -> Outcome:
    """The matters of one part."""
    found = [
        _judge_under(some, tuple(c for c in controls if c.code not in law.without), law, as_of, only)
        for some, law in _by_procedure(frames, book)
    ]
    return found[0] if len(found) == 1 else together(found)


def _judge_under(
    frames: Frames, controls: tuple[Control, ...], book: Lawbook, as_of: dt.date, only: Collection[Verdict]
) -> Outcome:
    sheets, missing, rows = judge_wide(frames, controls, book, as_of)
    told = outcome(sheets, _bodies(rows), book, only)
    told.missing = missing
    return told


def _bodies(rows: Frames) -> pl.DataFrame:
    """case_id, body_code of every matter that has any row."""
    names = pl.concat([df.select(KEY) for df in rows.values()]).unique(maintain_order=True)
    case = rows["case"]
    if "body_code" not in case.columns:
        return names.with_columns(pl.lit(None, dtype=pl.String).alias("body_code"))
    return names.join(case.select(KEY, "body_code").unique(KEY), on=KEY, how="left", maintain_order="left")


def together(found: list[Outcome]) -> Outcome:
    """Several outcomes as one; what is counted is added up."""
    return Outcome(
        pl.concat([f.obligations for f in found]) if found else pl.DataFrame(schema=OBLIGATIONS),
        summed([f.tally for f in found], TALLY),
        summed([f.steps for f in found], STEPS),
        summed([f.unknown for f in found], UNKNOWN),
        {k: sum(f.matters[k] for f in found) for k in ("all", "wrong", "undetermined")},
        {code: gone for f in found for code, gone in f.missing.items()},
    )


def summed(frames: list[pl.DataFrame], schema: dict[str, pl.DataType]) -> pl.DataFrame:
    """Counts of the same thing added up, in a fixed order."""
    by = [n for n in schema if n != "n"]
    found = pl.concat(frames) if frames else pl.DataFrame(schema=schema)
    return found.group_by(by).agg(pl.col("n").sum()).sort(by, nulls_last=True)


def _by_procedure(frames: Frames, book: Lawbook) -> list[tuple[Frames, Lawbook]]:
    """The frames, split by the version of the procedure where versions differ in what they settle."""
    versions = [p for p in book.procedures(KIND) if not p.is_plain]
    case = frames.get("case")
    if not versions or case is None or not case.height:
        return [(frames, book)]
    under = case.select(KEY, _version(case.columns, book.procedures(KIND), versions).alias("under"))
    names = under["under"].unique().to_list()
    if len(names) == 1:
        return [(frames, _law(book, names[0]))]
    parts = []
    for name in sorted(names, key=lambda n: n or ""):
        mine = under.filter(pl.col("under").eq_missing(pl.lit(name))).select(KEY)
        parts.append(({g: df.join(mine, on=KEY, how="semi") for g, df in frames.items()}, _law(book, name)))
    return parts


def _version(there: list[str], all_: Iterable[Procedure], settling: list[Procedure]) -> pl.Expr:
    """Code of the version a matter runs under, null where it settles nothing: as an act moved it, else by its lead."""
    moved = pl.col("rules_version") if "rules_version" in there else pl.lit(None, dtype=pl.String)
    begun = pl.col("lead_on") if "lead_on" in there else pl.lit(None, dtype=pl.Date)
    known = [p.code for p in all_]
    named = pl.when(moved.is_in(known)).then(moved)
    by_day = pl.lit(None, dtype=pl.String)
    for p in all_:
        inside = pl.lit(True) if p.in_force.start is None else begun >= p.in_force.start
        inside = inside if p.in_force.end is None else inside & (begun <= p.in_force.end)
        by_day = pl.when(inside).then(pl.lit(p.code)).otherwise(by_day)
    code = pl.coalesce(named, by_day)
    return pl.when(code.is_in([p.code for p in settling])).then(code)


def _law(book: Lawbook, code: str | None) -> Lawbook:
    return book.under(book.procedure(KIND, code)) if code else book
