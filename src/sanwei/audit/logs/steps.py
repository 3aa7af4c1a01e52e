"""From columns of text to a `Log`: the matter, the day, the order, kinds of attributes, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sanwei.audit.reading import EVENTS, REFUSED, Log, Reading

from .times import DAY, DAY_US, SECOND, read_times

NAME, TIME, WHO = "concept:name", "time:timestamp", "org:resource"
TRACE, LINE = "§trace", "§line"
KINDS = {"int": pl.Int64, "float": pl.Float64, "boolean": pl.Boolean}


@dataclass
class Raw:
    """What a reader of a format hands over.

    events  text columns named by key, and TRACE (which matter, counted from 0) and LINE (in the source, or the place
            from which `log_of` is told how to find the line)
    cases   attributes of each matter, as columns of text
    kinds   column of events → kind; case_kinds likewise
    twice   (line, reason, text): given twice in one event, the second time not taken
    stray   (line, reason, text): events that belong nowhere
    """

    events: pl.DataFrame
    cases: list[dict[str, str]]
    kinds: dict[str, str] = field(default_factory=dict)
    case_kinds: dict[str, str] = field(default_factory=dict)
    about: list = field(default_factory=list)
    twice: list[tuple[int, str, str]] = field(default_factory=list)
    stray: list[tuple[int, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def log_of(path: Path, raw: Raw, zone: str | None = None, lines: Callable[[pl.Series], pl.Series] | None = None) -> Log:
    """The log. An event without an activity is refused with its line; a time that is none is told, the event stays."""
    cases, notes = _cases(raw)
    events = raw.events
    for name in (NAME, TIME, WHO):
        if name not in events.columns:
            events = events.with_columns(pl.lit(None, dtype=pl.String).alias(name))
    nameless = events[NAME].fill_null("").str.strip_chars() == ""
    refused = _told(path, events.filter(nameless), "事件没有写明是什么活动（concept:name）")
    refused = pl.concat([refused, _frame(path, raw.stray)])
    read = events.height + len(raw.stray)
    events = events.filter(~nameless)
    events = events.hstack(read_times(events[TIME], zone))
    unread = events.filter(pl.col("on").is_null() & pl.col(TIME).is_not_null())
    doubts = pl.concat([_told(path, unread, "时间读不出来，按没有日期处理", TIME), _frame(path, raw.twice)])
    if lines is not None:
        refused, doubts = (df.with_columns(lines(df["line"])) for df in (refused, doubts))
    events, more = _day_only(events)
    notes += more + _hints(events, zone)
    steps = _named(events, cases, raw.kinds)
    reading = Reading(path, read=read, taken=events.height, refused=refused, doubts=doubts, notes=(*raw.notes, *notes))
    kinds = {**raw.kinds, **{f"case:{k}": v for k, v in raw.case_kinds.items()}}
    return Log(steps.lazy(), cases.lazy(), reading, kinds, {"log": raw.about} if raw.about else {})


def _cases(raw: Raw) -> tuple[pl.DataFrame, list[str]]:
    """One row a trace: its name as case_id (a number where it has none), its attributes in their kinds."""
    keys = dict.fromkeys(k for c in raw.cases for k in c if k != NAME)
    columns = {k: pl.Series(k, [c.get(k) for c in raw.cases], dtype=pl.String) for k in keys}
    names = [c.get(NAME) or f"第{n}案" for n, c in enumerate(raw.cases, 1)]
    frame = pl.DataFrame({"case_id": pl.Series(names, dtype=pl.String), **columns}, height=len(names))
    notes = []
    if (nameless := sum(not c.get(NAME) for c in raw.cases)) > 0:
        notes.append(f"有 {nameless} 个案件（trace）没有名称，按在文件里的次序编了号。")
    if (again := frame.height - frame["case_id"].n_unique()) > 0:
        notes.append(f"有 {again} 个案件（trace）与前面的重名，按同一案合并判断。")
    return frame.with_columns(_kind(k, raw.case_kinds.get(k)) for k in keys), notes


def _kind(name: str, kind: str | None) -> pl.Expr:
    value = pl.col(name)
    if kind == "boolean":
        return value.str.to_lowercase().replace_strict(
            {"true": True, "false": False, "1": True, "0": False}, default=None
        )
    return value.cast(KINDS[kind], strict=False) if kind in KINDS else value


def _day_only(events: pl.DataFrame) -> tuple[pl.DataFrame, list[str]]:
    """Activities whose every time is midnight tell days only: their order within a day is not known."""
    clock = (pl.col("instant") + pl.col("offset").fill_null(0).cast(pl.Int64) * 60_000_000) % DAY_US
    timed = events.filter(pl.col("instant").is_not_null())
    at_midnight = timed.group_by(NAME).agg((clock == 0).all().alias("m")).filter("m")[NAME]
    if not at_midnight.len():
        return events, []
    flat = pl.col(NAME).is_in(at_midnight.implode()) & pl.col("precision").is_not_null()
    events = events.with_columns(
        pl.when(flat).then(pl.lit(DAY)).otherwise("precision").alias("precision"),
        pl.when(~flat).then("instant").alias("instant"),
    )
    every = at_midnight.len() == timed[NAME].n_unique()
    which = "所有活动" if every else f"有 {at_midnight.len()} 种活动（如“{at_midnight.sort()[0]}”）"
    return events, [f"{which}的时刻全是零点，按只记了日期处理：同一天里谁先谁后没有记录。"]


def _hints(events: pl.DataFrame, zone: str | None) -> list[str]:
    if zone or not events.height or not (events["offset"] == 0).all() or events["instant"].is_null().all():
        return []
    hours = (events["instant"] % DAY_US).drop_nulls().unique()
    if hours.len() <= 2 and not (hours == 0).any():
        return [
            "时间都写成世界时，而且一天里只有一两个时刻，像是把当地的零点换算过：日期可能差一天。请在对照文件里写明 zone（如 Asia/Shanghai）。"
        ]
    return ["时间都写成世界时（Z），日期按原文取。如果案件在别的时区，请写明 zone（如 Asia/Shanghai）。"]


def _named(events: pl.DataFrame, cases: pl.DataFrame, kinds: dict[str, str]) -> pl.DataFrame:
    own = (NAME, TIME, WHO, TRACE, LINE, "on", "offset", "precision", "instant")
    more = [c for c in events.columns if c not in own]
    instant = pl.col("instant")
    order = pl.when(instant.is_not_null()).then(instant.rank("dense").over(TRACE)).cast(pl.Int64)
    found = {
        "case_id": pl.lit(cases["case_id"]).gather(pl.col(TRACE)),
        "activity": pl.col(NAME),
        "on": pl.col("on"),
        "seq": order,
        "at": pl.col(TIME),
        "offset": pl.col("offset"),
        "precision": pl.col("precision"),
        "place": pl.int_range(pl.len(), dtype=pl.Int64),
        "person": pl.col(WHO),
    }
    assert list(found) == list(EVENTS)
    return events.select([e.alias(n) for n, e in found.items()] + [_kind(c, kinds.get(c)) for c in more])


def _told(path: Path, events: pl.DataFrame, reason: str, column: str | None = None) -> pl.DataFrame:
    text = (
        pl.col(column)
        if column
        else pl.concat_str(
            [pl.col(c) for c in events.columns if c not in (TRACE, LINE)], separator="，", ignore_nulls=True
        )
    )
    return events.select(
        pl.lit(path.name).alias("file"),
        pl.col(LINE).alias("line"),
        pl.lit(reason).alias("reason"),
        text.cast(pl.String).alias("text"),
    )


def _frame(path: Path, told: list[tuple[int, str, str]]) -> pl.DataFrame:
    return pl.DataFrame([(path.name, *row) for row in told], schema=REFUSED, orient="row")


__all__ = ["NAME", "SECOND", "TIME", "WHO", "Raw", "log_of"]
