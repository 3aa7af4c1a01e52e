"""A source in parts: ranges of matters small enough to be judged one after another in bounded memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from sanwei.audit.source import Source
from sanwei.controls.control import Control
from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import Frames

from .folder import Folder

MATTERS_A_PART = 40_000
# Read beside what controls ask: whose matter it is, under which version of the procedure it runs.
ALWAYS = frozenset({"body_code", "lead_on", "rules_version"})


@dataclass(frozen=True)
class Part:
    """One range of matters; `load` reads its frames, with the facts that are asked for only."""

    name: str
    load: Callable[[], Frames]


def needed(controls: Iterable[Control]) -> frozenset[str]:
    """The recorded facts these controls hang on, and what is always read."""
    return ALWAYS | frozenset(VOCABULARY.closure(n for c in controls for n in c.needs))


def parts_of(source: Folder | Source, facts: Collection[str], size: int = MATTERS_A_PART) -> list[Part]:
    """A folder of frames comes in its own parts; any other source is cut by ranges of the matters' names."""
    if isinstance(source, Folder):
        return [Part(name, lambda name=name: source.part(name, lambda g: _columns(g, facts))) for name in source.parts]
    frames = {g: lf.select(_kept(g, lf, facts)) for g, lf in source.frames.items()}
    starts = _starts(frames, size)
    ends = [*starts[1:], None][: len(starts)]
    return [
        Part(f"{n:05d}", lambda a=a, b=b: _between(frames, a, b))
        for n, (a, b) in enumerate(zip(starts, ends, strict=True))
    ]


def _columns(grain: str, facts: Collection[str]) -> list[str]:
    g = VOCABULARY.grain(grain)
    keys = {KEY, g.id, g.seq, g.happened}
    return [n for n in g.schema if n in keys or n in facts]


def _kept(grain: str, lf: pl.LazyFrame, facts: Collection[str]) -> list[str]:
    there = set(lf.collect_schema().names())
    return [n for n in _columns(grain, facts) if n in there]


def _starts(frames: dict[str, pl.LazyFrame], size: int) -> list[str]:
    """The first matter of each range. Only names are in memory."""
    if not frames:
        return []
    names = pl.concat([lf.select(KEY) for lf in frames.values()]).unique().sort(KEY).collect()[KEY]
    return names.gather_every(size).to_list()


def _between(frames: dict[str, pl.LazyFrame], first: str, until: str | None) -> Frames:
    inside = pl.col(KEY) >= first
    if until is not None:
        inside = inside & (pl.col(KEY) < until)
    grains = list(frames)
    found = pl.collect_all([frames[g].filter(inside) for g in grains])
    # A grain that is there and has no rows in this range stays: its columns tell what the source can answer.
    return dict(zip(grains, found, strict=True))


def print_of(path: Path) -> str:
    """What tells one source from another without reading it: names, sizes and times of its files."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    told = [f"{f.relative_to(path)} {f.stat().st_size} {f.stat().st_mtime_ns}" for f in files if f.is_file()]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]
