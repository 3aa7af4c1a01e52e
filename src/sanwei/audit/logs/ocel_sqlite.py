"""OCEL 2.0 as an SQLite file, there and back."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import polars as pl

from sanwei.audit.reading import SourceError

from .ocel import EVENTS, LINKS, OBJECTS, VALUES, Ocel, Types

TABLES = ("event", "object", "event_object", "event_map_type", "object_map_type")
FIRST = "1970-01-01 00:00:00"  # the time of what held from the beginning
KINDS = {"TEXT": "string", "INTEGER": "integer", "REAL": "float", "BOOLEAN": "boolean", "TIMESTAMP": "time"}
STORED = {v: k for k, v in KINDS.items()}
OWN = ("ocel_id", "ocel_time", "ocel_changed_field")


def read_ocel_sqlite(path: Path) -> Ocel:
    """The log, read only. SourceError: no SQLite file, or not an object-centric log."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as base:
            there = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if gone := [t for t in TABLES if t not in there]:
                raise SourceError(f"“{path.name}”不是 OCEL 2.0 的 SQLite 文件：缺少表 {'、'.join(gone)}。")
            return _read(base, there)
    except sqlite3.DatabaseError as error:
        raise SourceError(f"“{path.name}”不是完整的 SQLite 文件（{error}）。请重新导出。") from error


def _read(base: sqlite3.Connection, there: set[str]) -> Ocel:
    events, values, event_types = _kind(base, "event")
    _, changes, object_types = _kind(base, "object")
    times = {i: at for i, _, at, _, _ in events}
    listed = [(i, t, times.get(i)) for i, t in base.execute("SELECT ocel_id, ocel_type FROM event")]
    related = base.execute("SELECT ocel_event_id, ocel_object_id, ocel_qualifier FROM event_object").fetchall()
    linked: list[tuple] = []
    if "object_object" in there:
        linked = base.execute("SELECT ocel_source_id, ocel_target_id, ocel_qualifier FROM object_object").fetchall()
    return Ocel(
        _frame(listed, EVENTS),
        _frame(base.execute("SELECT ocel_id, ocel_type FROM object").fetchall(), OBJECTS),
        _frame([(i, n, None, v) for i, n, _, v in values], VALUES),
        _frame(changes, VALUES),
        _frame([(a, b, q or "") for a, b, q in related], LINKS),
        _frame([(a, b, q or "") for a, b, q in linked], LINKS),
        event_types,
        object_types,
    )


def _frame(rows: list[tuple], schema: dict) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=schema, orient="row")


def _kind(base: sqlite3.Connection, what: str) -> tuple[list[tuple], list[tuple], Types]:
    """Rows of each type's own table: (id, table, time, changed field, …), their attributes, and the types."""
    rows: list[tuple] = []
    values: list[tuple] = []
    types: Types = {}
    for name, mapped in base.execute(f"SELECT ocel_type, ocel_type_map FROM {what}_map_type").fetchall():
        table = _quoted(f"{what}_{mapped}")
        columns = [(row[1], row[2].upper()) for row in base.execute(f"PRAGMA table_info({table})")]
        types[name] = [(c, KINDS.get(k, "string")) for c, k in columns if c not in OWN]
        for row in base.execute(f"SELECT * FROM {table}"):
            named = dict(zip([c for c, _ in columns], row, strict=True))
            i, at, changed = named["ocel_id"], named.get("ocel_time"), named.get("ocel_changed_field")
            rows.append((i, mapped, at, changed, None))
            told = [changed] if changed else [c for c, _ in types[name]]
            values += [(i, c, at, json.dumps(named[c], ensure_ascii=False)) for c in told if named.get(c) is not None]
    return rows, values, types


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def write_ocel_sqlite(log: Ocel, path: Path) -> None:
    """Writes the log into a new file; reading it again gives the same tables. FileExistsError where there is one."""
    if path.exists():
        raise FileExistsError(path)
    with closing(sqlite3.connect(path)) as base, base:
        for what, types, rows in (("event", log.event_types, log.events), ("object", log.object_types, log.objects)):
            maps = _maps(types)
            base.execute(f"CREATE TABLE {what}_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT)")
            base.executemany(f"INSERT INTO {what}_map_type VALUES (?, ?)", maps.items())
            base.execute(f"CREATE TABLE {what} (ocel_id TEXT PRIMARY KEY, ocel_type TEXT)")
            base.executemany(f"INSERT INTO {what} VALUES (?, ?)", rows.select("id", "type").iter_rows())
            for name, mapped in maps.items():
                ids = rows.filter(pl.col("type") == name)
                told = list(_events(log, ids) if what == "event" else _objects(log, ids))
                _write(base, f"{what}_{mapped}", types[name], told, changing=what == "object")
        for table, columns, rows in (
            ("event_object", "ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT", log.related),
            ("object_object", "ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT", log.linked),
        ):
            base.execute(f"CREATE TABLE {table} ({columns})")
            base.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows.iter_rows())


def _maps(types: Iterable[str]) -> dict[str, str]:
    """A table name for each type: its letters alone, numbered where two come out the same."""
    found: dict[str, str] = {}
    for name in types:
        plain = re.sub(r"\W", "", name) or "type"
        while plain in found.values():
            plain += "_"
        found[name] = plain
    return found


def _write(base: sqlite3.Connection, table: str, given: list, rows: list[dict], *, changing: bool) -> None:
    columns = [("ocel_id", "TEXT"), ("ocel_time", "TIMESTAMP"), *((n, STORED.get(k, "TEXT")) for n, k in given)]
    columns += [("ocel_changed_field", "TEXT")] if changing else []
    base.execute(f"CREATE TABLE {_quoted(table)} ({', '.join(f'{_quoted(n)} {k}' for n, k in columns)})")
    marks = ", ".join("?" * len(columns))
    found = ([row.get(n) for n, _ in columns] for row in rows)
    base.executemany(f"INSERT INTO {_quoted(table)} VALUES ({marks})", found)


def _events(log: Ocel, ids: pl.DataFrame) -> Iterator[dict]:
    values: dict[str, dict] = {}
    for i, name, _, value in log.values.iter_rows():
        values.setdefault(i, {})[name] = json.loads(value)
    for i, _, at in ids.iter_rows():
        yield {**values.get(i, {}), "ocel_id": i, "ocel_time": at}


def _objects(log: Ocel, ids: pl.DataFrame) -> Iterator[dict]:
    """What held from the beginning in one row, then a row for each change."""
    wanted = set(ids["id"])
    told: dict[str, dict[str, dict]] = {i: {} for i in ids["id"]}
    later: list[dict] = []
    for i, name, at, value in log.changes.iter_rows():
        if i not in wanted:
            continue
        first = next(iter(told[i]), None)
        if str(at).startswith("1970-01-01") and (first is None or first == at):
            told[i].setdefault(at, {})[name] = json.loads(value)
        else:
            later.append({"ocel_id": i, "ocel_time": at, name: json.loads(value), "ocel_changed_field": name})
    for i, first in told.items():
        at, values = next(iter(first.items()), (FIRST, {}))
        yield {**values, "ocel_id": i, "ocel_time": at}
    yield from later
