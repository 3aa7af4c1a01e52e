"""A city-year of any size, as a folder of frames: the matters of the invented city, poured again and again.

The invented city has orderly matters and, for nearly every control, matters in which somebody has put one known fault
(`demo/data/faults.yaml`). How often each mould is poured is fixed, so it is known beforehand how many obligations of
each control come to which verdict: the verdicts of a mould are told by the other evaluator (`controls.single`), one
matter at a time, and multiplied.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from sanwei.audit.run.folder import FolderWriter, open_folder
from sanwei.audit.run.judging import KIND
from sanwei.controls.register import register
from sanwei.controls.single.judging import judge_one
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import Frames
from sanwei.lawbook import Lawbook

PART = 40_000
FAULTY = 40  # one matter in so many is poured from a mould with a fault
LONG = 12  # texts of so many signs are told apart, as they are in a real record
TAG = "\0tag"
# Names of rows, in whatever column they stand: told apart as in a real record.
LINKS = frozenset(
    {f"{g.name}_id" for g in VOCABULARY.grains.values() if g.many and g.name != "evidence"}
    | {"served_row", "attempt_row", "exhibit_of", "test_of", "custody_exhibit", "deferral_of", "instalment_of"}
    | {"goods_of", "remedy_of", "noticed_party_row"}
    | {n for n in VOCABULARY.facts if n.endswith(("_decision", "_party"))}
)
Told = Counter[tuple[str, int]]  # (control, verdict) → obligations


@dataclass(frozen=True)
class Moulds:
    """The invented city, read from an export of it, with the verdicts of each of its matters."""

    frames: Frames
    told: dict[str, Told]

    @classmethod
    def read(cls, path: Path, book: Lawbook, as_of: dt.date) -> Moulds:
        folder = open_folder(path)
        frames = {g: lf.collect() for g, lf in folder.frames.items()}
        rows: dict[str, dict[str, list[dict]]] = {}
        for g, df in frames.items():
            for row in df.iter_rows(named=True):
                rows.setdefault(row[KEY], {}).setdefault(g, []).append(row)
        return cls(frames, {matter: _verdicts(mine, book, as_of) for matter, mine in rows.items()})

    @cached_property
    def faulty(self) -> list[str]:
        bad = int(Verdict.UNDETERMINED)
        return sorted(m for m, told in self.told.items() if any(v >= bad for _, v in told))

    @cached_property
    def orderly(self) -> list[str]:
        return sorted(set(self.told) - set(self.faulty))

    def poured(self, first: int, n: int) -> list[str]:
        """Which mould each of the matters `first`, …, `first + n - 1` is poured from."""
        faulty, orderly = self.faulty, self.orderly
        return [
            faulty[i // FAULTY % len(faulty)] if i % FAULTY == 0 else orderly[i % len(orderly)]
            for i in range(first, first + n)
        ]

    def expected(self, matters: int) -> Told:
        """What an audit of so many matters must come to."""
        told: Told = Counter()
        for mould, times in Counter(self.poured(0, matters)).items():
            for key, n in self.told[mould].items():
                told[key] += n * times
        return told


def _verdicts(rows: dict[str, list[dict]], book: Lawbook, as_of: dt.date) -> Told:
    case = rows.get("case", [{}])[0]
    begun, moved = case.get("lead_on"), case.get("rules_version")
    version = book.procedure(KIND, moved) if moved else None
    version = version or (book.procedure_on(KIND, begun) if begun else None)
    law = book.under(version)
    controls = [c for c in register().values() if c.code not in law.without]
    found = judge_one(rows, controls, law, as_of).findings
    return Counter((f["control"], int(f["verdict"])) for f in found)


def parts(moulds: Moulds, matters: int) -> Iterator[Frames]:
    """The city part by part; memory: one part."""
    for first in range(0, matters, PART):
        names = moulds.poured(first, min(PART, matters - first))
        copies = pl.DataFrame({KEY: names}).with_row_index("at", offset=first)
        # names like those of a record: 36 signs, in no order of making
        tag = (pl.col("at").cast(pl.UInt64) * 0x9E3779B97F4A7C15).alias(TAG)
        copies = copies.with_columns(tag).with_columns(pl.format("{}", pl.col(TAG)).str.zfill(20).alias(TAG))
        yield {g: _copied(df, copies.drop("at")) for g, df in moulds.frames.items()}


def _copied(df: pl.DataFrame, copies: pl.DataFrame) -> pl.DataFrame:
    df = copies.join(df, on=KEY, how="inner", maintain_order="left_right")
    told = []
    for name, dtype in df.schema.items():
        fact = VOCABULARY.facts.get(name)
        value = pl.col(name)
        if name in LINKS:
            told.append(pl.concat_str(pl.col(TAG), pl.lit("-"), value).alias(name))
        elif dtype == pl.String and fact is not None and not fact.codes:
            long = value.str.len_chars() >= LONG
            told.append(
                pl.when(long).then(pl.concat_str(value, pl.lit("〔"), TAG, pl.lit("〕"))).otherwise(value).alias(name)
            )
    key = pl.concat_str(pl.col(TAG), pl.lit("-"), pl.col(KEY).str.slice(0, 15)).alias(KEY)
    return df.with_columns(*told, key).drop(TAG)


def pour(moulds: Moulds, matters: int, path: Path, as_of: dt.date) -> Path:
    """Write the city to a folder of frames."""
    writer = FolderWriter(path)
    for frames in parts(moulds, matters):
        writer.part(frames)
    writer.close(as_of=as_of)
    return path
