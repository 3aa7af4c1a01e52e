"""A whole source against all controls: part by part, resumable, in bounded memory.

examine(question, out, progress) → Found. What was reckoned of each part lies under `out/.parts` until all is done; the
same question asked again goes on where it was broken off, another question in the same folder is refused.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sanwei.audit.rulebook import Rule
from sanwei.audit.source import Log, Reading, Source
from sanwei.controls.control import Control
from sanwei.controls.verdict import Verdict
from sanwei.lawbook import Lawbook

from .folder import BODIES, Folder
from .judging import assessable, judge_part, together
from .outcome import FINDINGS, OBLIGATIONS, Outcome
from .parts import Part, needed, parts_of, print_of

PARTS = ".parts"
TABLES = ("obligations", "tally", "steps", "unknown")
Progress = Callable[[int, int, int], None]  # parts done, of how many, matters with a finding so far


class ExamineError(ValueError):
    """The examination cannot be done; the message says why and what to do."""


@dataclass(frozen=True)
class Question:
    """What is asked: of which source, by which controls and law, as of which day; `only` as in `outcome`."""

    path: Path
    source: Folder | Source | Log
    controls: tuple[Control | Rule, ...]
    book: Lawbook
    as_of: dt.date
    only: frozenset[Verdict]

    @property
    def reading(self) -> Reading:
        """How the source was read. Our own folder has nothing refused and nothing unknown."""
        if isinstance(self.source, Source | Log):
            return self.source.reading
        rows = self.source.said.get("rows", {})
        count = sum(n for grain, n in rows.items() if grain != "matters")
        return Reading(self.path, read=count, taken=count)

    @property
    def titles(self) -> dict[str, str]:
        """What each control is called."""
        return {c.code: c.title for c in self.controls}

    def told(self) -> dict[str, object]:
        """What makes this question another one than the last."""
        return {
            "source": print_of(self.path),
            "controls": sorted(c.code for c in self.controls),
            "law": [self.book.version, *self.book.packs],
            "as_of": self.as_of.isoformat(),
            "only": sorted(int(v) for v in self.only),
        }


@dataclass(frozen=True)
class Found:
    """The answer. `obligations`: the file; `whole`: what was counted (its own obligations are empty); `missing`:
    control → facts and whole tables the source lacks, so that it could not be asked; `matters`, `bodies`: what they are
    called.
    """

    question: Question
    obligations: Path
    whole: Outcome
    missing: dict[str, tuple[str, ...]]
    matters: pl.LazyFrame | None
    bodies: dict[str, str] = field(default_factory=dict)

    def counts(self) -> dict[Verdict, int]:
        """Obligations by verdict, none left out."""
        told = dict(self.whole.tally.group_by("verdict").agg(pl.col("n").sum()).iter_rows())
        return {v: told.get(int(v), 0) for v in Verdict if v != Verdict.NOT_ASKED}

    @property
    def wrong(self) -> int:
        """Obligations late, overdue or broken."""
        return sum(n for v, n in self.counts().items() if v in FINDINGS and v != Verdict.UNDETERMINED)


def examine(question: Question, out: Path, progress: Progress = lambda *_: None) -> Found:
    """Judge every part and put the answers together. Raises `ExamineError` for a folder with another question in it."""
    controls, gone = assessable(question.source, question.controls)
    parts = parts_of(question.source, needed(controls))
    if not parts:
        raise ExamineError("来源里没有一件事项，没有可以审查的内容。")
    folder = _open(question, out)
    told: list[Outcome] = []
    progress(0, len(parts), 0)
    for n, part in enumerate(parts, start=1):
        told.append(_one(part, folder / part.name, controls, question))
        progress(n, len(parts), sum(t.matters["wrong"] for t in told))
    whole = together(told)
    file = out / "obligations.parquet"
    _join([folder / p.name / "obligations.parquet" for p in parts], file)
    shutil.rmtree(folder)
    named = _names(question.source)
    return Found(question, file, whole, gone | whole.missing, *named)


def _open(question: Question, out: Path) -> Path:
    """The folder of parts; one that belongs to another question is refused."""
    folder, told = out / PARTS, question.told()
    state = folder / "question.json"
    if state.is_file():
        if json.loads(state.read_text(encoding="utf-8")) != told:
            raise ExamineError(
                f"“{out}”里有另一次没有做完的审查（来源、控制、法律版本或者日期不同）。请换一个目录，或者先删去其中的 {PARTS}。"
            )
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    state.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return folder


def _one(part: Part, place: Path, controls: tuple[Control, ...], question: Question) -> Outcome:
    """Judged now, or read back where it was judged before. The counts stay in memory, the obligations on the disk."""
    if not place.is_dir():
        found = judge_part(part.load(), controls, question.book, question.as_of, question.only)
        passing = place.with_suffix(".passing")
        shutil.rmtree(passing, ignore_errors=True)
        passing.mkdir()
        for name in TABLES:
            getattr(found, name).write_parquet(passing / f"{name}.parquet")
        said = {"matters": found.matters, "missing": found.missing}
        (passing / "said.json").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        passing.rename(place)  # whole or not at all
    tables = {name: pl.read_parquet(place / f"{name}.parquet") for name in TABLES if name != "obligations"}
    said = json.loads((place / "said.json").read_text(encoding="utf-8"))
    missing = {code: tuple(gone) for code, gone in said["missing"].items()}
    return Outcome(pl.DataFrame(schema=OBLIGATIONS), **tables, matters=said["matters"], missing=missing)


def _join(files: list[Path], out: Path) -> None:
    """One file of all parts, without holding it; put in place when it is whole."""
    passing = out.with_suffix(".passing")
    pl.scan_parquet(files).sink_parquet(passing)
    passing.rename(out)


def _names(source: Folder | Source) -> tuple[pl.LazyFrame | None, dict[str, str]]:
    if not isinstance(source, Folder):
        return None, {}
    return source.matters, dict(source.bodies.select(list(BODIES)).iter_rows())


def numbered(found: Found, obligations: pl.LazyFrame) -> pl.LazyFrame:
    """Obligations with the number of the matter (its name in the source where it has none)."""
    if found.matters is None:
        return obligations.with_columns(number=pl.col("case_id"))
    names = found.matters.select("case_id", "number")
    joined = obligations.join(names, on="case_id", how="left", maintain_order="left")
    there = pl.col("number").str.len_chars() > 0
    return joined.with_columns(pl.when(there).then(pl.col("number")).otherwise(pl.col("case_id")).alias("number"))
