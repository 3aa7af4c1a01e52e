"""Our engine on a city: where the time goes, what was found, how much memory it took."""

from __future__ import annotations

import datetime as dt
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import polars as pl
from city import Told

from sanwei.audit.run.folder import Folder
from sanwei.audit.run.parts import needed, parts_of
from sanwei.controls.control import Control
from sanwei.controls.judge import sheet
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY
from sanwei.facts.frames import Frames, derive, seen
from sanwei.lawbook import Lawbook

BAD = int(Verdict.UNDETERMINED)


@dataclass
class Spent:
    """Seconds of processor (all threads) and of the clock, by step."""

    cpu: dict[str, float] = field(default_factory=dict)
    wall: dict[str, float] = field(default_factory=dict)

    def on(self, step: str, work: Callable[[], object]) -> object:
        cpu, wall = time.process_time(), time.perf_counter()
        try:
            return work()
        finally:
            self.cpu[step] = self.cpu.get(step, 0) + time.process_time() - cpu
            self.wall[step] = self.wall.get(step, 0) + time.perf_counter() - wall


def scan(folder: Folder, controls: Iterable[Control], spent: Spent) -> int:
    """The floor: read every column that is needed, part by part, and do nothing with it. Rows read."""
    parts = parts_of(folder, needed(controls))
    return sum(spent.on("floor", lambda p=part: sum(df.height for df in p.load().values())) for part in parts)


def facts(frames: Frames, controls: tuple[Control, ...], as_of: dt.date) -> Frames:
    """The rows of facts the controls read, built from the tables of the record."""
    return derive(seen(frames, as_of), frozenset(n for c in controls for n in c.needs))


def judged(df: pl.DataFrame, grain: str, controls: tuple[Control, ...], book: Lawbook, as_of: dt.date) -> pl.DataFrame:
    """The verdicts of the controls of one grain, side by side (see `controls.judge.Sheet.told`)."""
    mine = tuple(c for c in controls if c.grain == grain)
    return sheet(df, grain, mine, book, as_of).told.collect()


def ids(told: pl.DataFrame, codes: list[str]) -> dict[str, pl.DataFrame]:
    """Control → matter and row of every finding."""
    lf = told.lazy()
    found = [lf.select(KEY, "row", code).filter(pl.col(code) >= BAD).select(KEY, "row") for code in codes]
    return dict(zip(codes, pl.collect_all(found), strict=True))


def counted(told: pl.DataFrame, codes: list[str]) -> Told:
    """(control, verdict) → obligations, those not asked left out."""
    return Counter(
        {(code, verdict): n for code in codes for verdict, n in told[code].value_counts().iter_rows() if verdict}
    )


@dataclass
class Audited:
    """One run over all parts. `found`: control → ids of its findings (kept where `keep` was asked)."""

    spent: Spent
    told: Told
    findings: int
    rows: int
    peak_mb: int
    found: dict[str, list[pl.DataFrame]]


def audit(parts: Iterable[Frames], controls: tuple[Control, ...], book: Lawbook, as_of: dt.date, keep: bool) -> Audited:
    """Parts as frames (reading or making them is not counted here)."""
    spent, told, rows, count = Spent(), Counter(), 0, 0
    kept: dict[str, list[pl.DataFrame]] = {}
    for frames in parts:
        rows += sum(df.height for df in frames.values())
        built = spent.on("facts", lambda f=frames: facts(f, controls, as_of))
        for grain in dict.fromkeys(c.grain for c in controls):
            if not built[grain].height:
                continue
            codes = [c.code for c in controls if c.grain == grain]
            sheet_ = spent.on("judge", lambda b=built, g=grain: judged(b[g], g, controls, book, as_of))
            found = spent.on("ids", lambda s=sheet_, c=codes: ids(s, c))
            count += sum(df.height for df in found.values())
            told += counted(sheet_, codes)
            if keep:
                for code, df in found.items():
                    # with text of their own: cut from a frame they would keep all of its text in memory
                    kept.setdefault(code, []).append(df.select(pl.concat_str(n, pl.lit("")) for n in df.columns))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Audited(spent, told, count, rows, peak, kept)
