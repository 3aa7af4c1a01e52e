"""Which reader reads a log."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl

from sanwei.audit.reading import Log
from sanwei.audit.rulebook import Rulebook
from sanwei.audit.tables.grid import read_grids, read_typed
from sanwei.audit.tables.heads import Table
from sanwei.audit.tables.opening import tables_of

from .flat import is_log, log_of_table, timed
from .ocel_json import read_ocel_json
from .ocel_sqlite import read_ocel_sqlite
from .xes import read_xes

XES = (".xes", ".xes.gz")
JSON = (".jsonocel", ".json", ".jsonocel.gz", ".json.gz")
SQLITE = (".sqlite", ".sqlite3", ".db", ".ocel")


def open_log(path: Path, book: Rulebook | None) -> Log | None:
    """The log, where the file is one; None where it is a table of something else."""
    name, zone = path.name.lower(), book.zone if book else None
    if name.endswith(XES):
        found = read_xes(path, zone)
    elif name.endswith(JSON):
        found = read_ocel_json(path).log(path, book.matter if book else None, zone)
    elif name.endswith(SQLITE):
        found = read_ocel_sqlite(path).log(path, book.matter if book else None, zone)
    else:
        table = _table(path)
        if table is None:
            return None
        found = log_of_table(path, table, zone)
    return replace(found, rulebook=book)


def _table(path: Path) -> Table | None:
    """The first sheet whose headings are those of a log."""
    if path.suffix.lower() == ".parquet":
        frame = read_typed(path)
        if not is_log(frame.columns):
            return None
        return Table(path.name, timed(frame).with_row_index("§line", 1).cast({"§line": pl.Int64}))
    return next((t for t in tables_of(read_grids(path)) if is_log(t.columns)), None)
