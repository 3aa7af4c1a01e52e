"""Beyond one machine: the same judgement of each part on Spark, through Arrow batches. Optional: nothing else needs it.

Needs `pyspark` and `pyarrow` (the extra `spark`), and a folder of frames under a path that every worker reaches. Each
worker should run Polars on one thread (`POLARS_MAX_THREADS=1`) and the interpreter of this environment
(`PYSPARK_PYTHON`). The controls do not know where they are judged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.lawbook import lawbook

from .folder import open_folder
from .judging import judge_part
from .outcome import OBLIGATIONS
from .parts import needed, parts_of

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

_TYPES = {pl.String: "string", pl.Date: "date", pl.Boolean: "boolean", pl.UInt8: "smallint"}
SCHEMA = ", ".join(f"`{name}` {_TYPES[dtype]}" for name, dtype in OBLIGATIONS.items())


def obligations_on_spark(
    session: SparkSession,
    path: Path,
    codes: tuple[str, ...],
    packs: tuple[str, ...],
    as_of: dt.date,
    only: frozenset[Verdict],
) -> DataFrame:
    """The obligations of a folder of frames (columns `OBLIGATIONS`; verdict as smallint), one task a part.

    `codes`: controls; `packs`: law packs, read anew by each worker.
    """
    parts = list(open_folder(path).parts)
    named = session.createDataFrame([(name,) for name in parts], "part string").repartition(len(parts), "part")
    judged = partial(_judged, str(path), codes, packs, as_of, tuple(int(v) for v in only))
    return named.mapInArrow(judged, SCHEMA)


def _judged(
    path: str,
    codes: tuple[str, ...],
    packs: tuple[str, ...],
    as_of: dt.date,
    only: tuple[int, ...],
    batches: Iterator[pa.RecordBatch],
) -> Iterator[pa.RecordBatch]:
    """On a worker: names of parts in, obligations out."""
    controls, book = tuple(register()[code] for code in codes), lawbook(packs)
    parts = {p.name: p for p in parts_of(open_folder(Path(path)), needed(controls))}
    for batch in batches:
        for name in batch.column(0).to_pylist():
            found = judge_part(parts[name].load(), controls, book, as_of, frozenset(map(Verdict, only)))
            yield from _arrow(found.obligations)


def _arrow(df: pl.DataFrame) -> list[pa.RecordBatch]:
    """In the types Spark knows."""
    import pyarrow as pa

    kinds = {pl.String: pa.string(), pl.Date: pa.date32(), pl.Boolean: pa.bool_(), pl.UInt8: pa.int16()}
    schema = pa.schema([(name, kinds[dtype]) for name, dtype in OBLIGATIONS.items()])
    return df.to_arrow(compat_level=pl.CompatLevel.oldest()).cast(schema).to_batches(max_chunksize=50_000)
