"""Logs as flat tables: a row a step, with the matter, the activity and the time in columns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from sanwei.audit.reading import Log
from sanwei.audit.tables.heads import LINE as ROW
from sanwei.audit.tables.heads import Table, plain

from .steps import LINE, NAME, TIME, TRACE, WHO, Raw, log_of

# What the columns of a log are called, first the names of the standard.
CALLED = {
    "case": ("case:concept:name", "case_id", "case id", "caseid", "case", "案件编号", "案号", "案件", "办件编号"),
    "activity": (NAME, "activity", "activity_name", "event", "活动", "环节", "步骤", "事项环节"),
    "time": (TIME, "timestamp", "complete timestamp", "time", "date", "on", "时间", "日期", "发生时间", "办理时间"),
    "person": (WHO, "resource", "person", "user", "人员", "经办人", "办理人"),
}
OF_CASE = "case:"
_WHOLE, _NUMBER = r"^-?(0|[1-9]\d{0,17})$", r"^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$"


def roles(headings: Iterable[str]) -> dict[str, str]:
    """What the log needs → the heading that gives it. Names of the standard before others."""
    named: dict[str, str] = {}
    for heading in headings:
        named.setdefault(plain(heading), heading)
    return {r: next(named[plain(n)] for n in ns if plain(n) in named) for r, ns in CALLED.items() if _any(ns, named)}


def _any(names: Iterable[str], there: dict[str, str]) -> bool:
    return any(plain(n) in there for n in names)


def is_log(headings: Iterable[str]) -> bool:
    """Whether the headings name a matter, an activity and a time."""
    return roles(headings).keys() >= {"case", "activity", "time"}


def log_of_table(path: Path, table: Table, zone: str | None = None) -> Log:
    """The log of a table of texts. A row without a matter is refused with its line."""
    found = roles(table.columns)
    frame = table.frame.rename({ROW: LINE})
    lost = frame.filter(pl.col(found["case"]).is_null())
    frame = frame.filter(pl.col(found["case"]).is_not_null())
    names = frame[found["case"]].unique(maintain_order=True)
    traces = {name: n for n, name in enumerate(names)}
    of_case = [c for c in frame.columns if c.startswith(OF_CASE) and c != found["case"]]
    trace = frame[found["case"]].replace_strict(traces, return_dtype=pl.Int64).alias(TRACE)
    events = frame.drop(found["case"], *of_case).with_columns(trace)
    events = events.rename({found[r]: n for r, n in (("activity", NAME), ("time", TIME)) if found[r] != n})
    if "person" in found and found["person"] != WHO:
        events = events.rename({found["person"]: WHO})
    kinds = {c: _kind(events[c]) for c in events.columns if c not in (LINE, TRACE)} | {NAME: "string", TIME: "date"}
    cases, case_kinds = _cases(frame, found["case"], of_case)
    refused = [(line, reason, text) for _, line, reason, text in table.refused]
    refused += [(line, "没有写明是哪一案", "") for line in lost[LINE]]
    return log_of(path, Raw(events, cases, kinds, case_kinds, stray=refused, notes=list(table.notes)), zone)


def _cases(frame: pl.DataFrame, case: str, of_case: list[str]) -> tuple[list[dict[str, str]], dict[str, str]]:
    """Attributes of the matter stand on each of its rows: the first one told."""
    rows = frame.group_by(case, maintain_order=True).agg(pl.col(c).drop_nulls().first() for c in of_case)
    rows = rows.rename({c: c.removeprefix(OF_CASE) for c in of_case}).rename({case: NAME})
    kinds = {c: _kind(rows[c]) for c in rows.columns} | {NAME: "string"}
    return [{k: v for k, v in row.items() if v is not None} for row in rows.iter_rows(named=True)], kinds


def _kind(texts: pl.Series) -> str:
    """Numbers only where every text is one; what begins with a nought is a code and stays a text."""
    there = texts.drop_nulls()
    if not there.len():
        return "string"
    if there.str.contains(_WHOLE).all():
        return "int"
    return "float" if there.str.contains(_NUMBER).all() else "string"


def timed(frame: pl.DataFrame) -> pl.DataFrame:
    """A typed frame (Parquet) as texts; times keep their zone's offset, days stay days."""
    found = []
    for name, kind in frame.schema.items():
        column = pl.col(name)
        if isinstance(kind, pl.Datetime):
            written = "%Y-%m-%dT%H:%M:%S%.f" + ("%:z" if kind.time_zone else "")
            found.append(column.dt.to_string(written))
        elif isinstance(kind, pl.List):
            found.append(column.cast(pl.List(pl.String)).list.join("；"))
        else:
            found.append(column.cast(pl.String))
    return frame.select(found)
