"""Our own facts: a folder with one Parquet file a grain, as the live record exports them and the bench makes them."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from sanwei.audit.reading import Reading, Source, SourceError
from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.vocabulary import Grain


def is_own(folder: Path) -> bool:
    """Whether any file of the folder is named like a grain."""
    return any(file.stem in VOCABULARY.grains for file in folder.glob("*.parquet"))


def open_own(folder: Path) -> Source:
    """Lazy scans of the facts. SourceError where a key is missing or a fact has another type than the vocabulary's."""
    frames, unknown, notes, rows = {}, [], [], 0
    for file in sorted(folder.glob("*.parquet")):
        if file.stem not in VOCABULARY.grains:
            notes.append(f"文件“{file.name}”不是一种粒度的事实，没有读取。")
            continue
        grain = VOCABULARY.grain(file.stem)
        frames[grain.name], strange = _scan(file, grain)
        unknown += [f"{grain.name}.{name}" for name in strange]
        rows += frames[grain.name].select(pl.len()).collect().item()
    missing = {g: missing_of(VOCABULARY.grain(g), f.collect_schema().names()) for g, f in frames.items()}
    reading = Reading(
        folder,
        read=rows,
        taken=rows,
        unknown=tuple(unknown),
        missing={g: m for g, m in missing.items() if m},
        notes=tuple(notes),
    )
    return Source(frames, reading)


def missing_of(grain: Grain, there: list[str]) -> tuple[str, ...]:
    """Recorded facts of a grain that have no column."""
    return tuple(f.name for f in grain.facts.values() if not f.derived and f.name not in there)


def _scan(file: Path, grain: Grain) -> tuple[pl.LazyFrame, list[str]]:
    try:
        frame = pl.scan_parquet(file)
        there = frame.collect_schema()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise SourceError(f"“{file.name}”不是完整的 Parquet 文件，请重新导出。") from error
    keys = [KEY] + ([grain.id] if grain.many else [])
    if gone := [k for k in keys if k not in there]:
        raise SourceError(f"“{file.name}”缺少“{'、'.join(gone)}”一列：每一行须写明属于哪一案、是哪一行。")
    if grain.many and grain.seq not in there:
        frame = frame.with_columns(pl.lit(None, dtype=pl.Int64).alias(grain.seq))
    wrong = [n for n, kind in grain.schema.items() if n in there and there[n] not in (kind, pl.Null)]
    if wrong:
        kinds = "；".join(f"{n} 应为 {grain.schema[n]}，现为 {there[n]}" for n in wrong)
        raise SourceError(f"“{file.name}”里有的列类型不对：{kinds}。")
    wanted = [n for n in grain.schema if n in there or n == grain.seq]
    strange = [n for n in there if n not in grain.schema]
    return frame.select(pl.col(n).cast(grain.schema[n]) for n in wanted), strange
