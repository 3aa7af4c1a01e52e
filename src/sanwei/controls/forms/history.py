"""A history made ready: what was seen on the day, in the order of time, with one number for the place of each step.

Place: `day * slots + slot`. On a day whose order the source tells, every step has a slot of its own; on a day whose
order is not known (a step without `seq`, or two with the same), all have slot 0. So of two steps of one matter the
smaller place came surely first, and the same place means: nobody can say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

import polars as pl

from .model import FormError, Steps

ROW, CASE, AT, DAY, OFF, STANDS = "§row", "§case", "§at", "§day", "§off", "§stands"
_BLOCK, _START = "§block", "§start"


class Axis:
    """Days and slots as one whole number. Days outside those of the history fall on its margins: only order matters."""

    def __init__(self, rows: pl.DataFrame, widest: int, as_of: dt.date):
        days = pl.concat([rows[DAY], rows[OFF].cast(pl.Int32), pl.Series([as_of]).cast(pl.Int32)]).drop_nulls()
        self.base = days.min() - 1
        self.days = days.max() - self.base + 2
        self.slots = widest + 2
        self.span = self.days * self.slots

    def at(self, day: pl.Expr, slot: int) -> pl.Expr:
        """Place of a slot on a day (Int64); null where the day is."""
        number = day.cast(pl.Date).cast(pl.Int32).cast(pl.Int64) - self.base
        return number.clip(0, self.days - 1) * self.slots + slot

    def early(self, day: pl.Expr) -> pl.Expr:
        return self.at(day, 0)

    def late(self, day: pl.Expr) -> pl.Expr:
        return self.at(day, self.slots - 1)

    def day(self, at: pl.Expr) -> pl.Expr:
        return (at // self.slots + self.base).cast(pl.Int32).cast(pl.Date)


class History:
    """What judging many forms over one history needs only once."""

    def __init__(self, frame: pl.DataFrame, as_of: dt.date):
        self.as_of = as_of
        frame = _checked(frame)
        self._days, self._names = frame["on"], frame["case_id"]
        rows = _placed(_seen(frame, as_of))
        widest = int(rows["§slot"].max() or 0) + 1
        self.axis = Axis(rows, widest, as_of)
        self.mixed = bool(
            rows["§mixed"].any()
        )  # some day's order is known in part: it depends on which steps one looks at
        self.unordered = bool(rows["§loose"].any())
        self.rows = rows.with_columns(_at(self.axis)).drop("§slot", "§mixed", "§loose")
        self._by: dict[object, pl.DataFrame] = {}
        self._made: dict[object, Any] = {}
        self._narrow: dict[tuple[str, ...], History] = {}

    def of(self, wanted: Steps, more: Collection[str] = ()) -> pl.DataFrame:
        """Steps of these activities, in order of time, with the columns that their condition and the caller read."""
        columns = tuple(dict.fromkeys([ROW, CASE, AT, "on", OFF, STANDS, "activity", *wanted.roots, *more]))
        return self._kept(wanted.activities).select(self._known(columns))

    def all(self, more: Collection[str] = ()) -> pl.DataFrame:
        """Every step seen on the day."""
        return self.rows.select(
            self._known(tuple(dict.fromkeys([ROW, CASE, AT, "on", OFF, STANDS, "activity", *more])))
        )

    def cases(self) -> pl.DataFrame:
        """One row a matter: its earliest step and the day of it."""
        if "cases" not in self._by:
            first = self.rows.group_by(CASE, maintain_order=True).agg(pl.col(ROW, "on").first())
            self._by["cases"] = first.select(ROW, CASE, "on")
        return self._by["cases"]

    def closed(self, named: bool | str | Collection[str]) -> pl.DataFrame | bool:
        """Matters that have ended: all, none, or those in which a step of a closing activity stands."""
        if isinstance(named, bool):
            return named
        activities = (named,) if isinstance(named, str) else tuple(named)
        return self._kept(activities).filter(STANDS).select(CASE).unique()

    def kept(self, key: object, make: Callable[[], Any]) -> Any:
        """What `make` makes, made once for a key. For what depends on nothing but the history and names."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def day_of(self, row: pl.Expr) -> pl.Expr:
        """The day of a step by its row; null where the row is."""
        return pl.when(row.is_not_null()).then(pl.lit(self._days).gather(row.fill_null(0)))

    def named(self, df: pl.DataFrame) -> pl.DataFrame:
        """With `row` and `case_id` as the source calls them."""
        return df.rename({ROW: "row"}).with_columns(pl.lit(self._names).gather(pl.col("row")).alias("case_id"))

    def narrowed(self, activities: tuple[str, ...] | None) -> History:
        """The history of these activities alone. It differs only where the order of some day is known in part."""
        if activities is None or not self.mixed:
            return self
        key = tuple(sorted(activities))
        if key not in self._narrow:
            some = History.__new__(History)
            rows = _slots(self.rows.drop(AT).filter(pl.col("activity").is_in(key)))
            some.as_of, some.axis, some.mixed, some._by, some._made, some._narrow = (
                self.as_of,
                self.axis,
                False,
                {},
                {},
                {},
            )
            some._days, some._names = self._days, self._names
            some.unordered = bool(rows["§loose"].any())
            some.rows = rows.with_columns(_at(self.axis)).drop("§slot", "§mixed", "§loose")
            some._by["cases"] = self.cases()
            self._narrow[key] = some
        return self._narrow[key]

    def _kept(self, activities: tuple[str, ...]) -> pl.DataFrame:
        key = tuple(sorted(activities))
        if key not in self._by:
            self._by[key] = self.rows.filter(pl.col("activity").is_in(key))
        return self._by[key]

    def _known(self, columns: tuple[str, ...]) -> list[str]:
        if gone := [c for c in columns if c not in self.rows.columns]:
            raise FormError(f"履历里没有“{'、'.join(gone)}”这一列。")
        return list(columns)


def _checked(frame: pl.DataFrame) -> pl.DataFrame:
    """The history with all columns of a step. FormError where a column is missing or a step does not say of which
    matter or what it is.
    """
    if gone := [c for c in ("case_id", "activity", "on") if c not in frame.columns]:
        raise FormError(f"履历缺少“{'、'.join(gone)}”这一列；一行是一个步骤，须有 case_id、activity、on。")
    if any(c.startswith("§") for c in frame.columns):
        raise FormError("履历的列名不能以 § 开头。")
    if frame["case_id"].null_count() or frame["activity"].null_count():
        raise FormError("履历里有的步骤没有写明案件（case_id）或者活动（activity），无法判断它属于谁、是什么。")
    absent = {"seq": pl.Int64, "cancelled_on": pl.Date}
    frame = frame.with_columns(pl.lit(None, dtype=t).alias(c) for c, t in absent.items() if c not in frame.columns)
    for name in ("on", "cancelled_on"):
        if frame.schema[name] not in (pl.Date, pl.Null):
            raise FormError(f"“{name}”一列须是日期：时刻要先按本地时区换成日期，再来判断。")
    if not (frame.schema["seq"].is_integer() or frame.schema["seq"] == pl.Null):
        raise FormError("“seq”一列须是整数，是同一天里步骤在来源中的顺序。")
    kinds = {"case_id": pl.String, "activity": pl.String, "on": pl.Date, "cancelled_on": pl.Date, "seq": pl.Int64}
    return frame.cast(kinds)


def _seen(frame: pl.DataFrame, as_of: dt.date) -> pl.DataFrame:
    """Without what happened after the day: later steps are gone, later cancellations not yet known."""
    rows = frame.with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias(ROW))
    rows = rows.filter(pl.col("on").is_null() | (pl.col("on") <= as_of))
    ids = (
        rows.select("case_id")
        .unique(maintain_order=True)
        .with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias(CASE))
    )
    off = pl.when(pl.col("cancelled_on") <= as_of).then(pl.col("cancelled_on"))
    rows = rows.join(ids, on="case_id", how="left", maintain_order="left").with_columns(off.alias(OFF))
    rows = rows.with_columns(pl.col(OFF).is_null().alias(STANDS), pl.col("on").cast(pl.Int32).alias(DAY))
    return rows


def _placed(rows: pl.DataFrame) -> pl.DataFrame:
    return _slots(rows.sort(CASE, DAY, "seq", ROW, nulls_last=True))


def _slots(rows: pl.DataFrame) -> pl.DataFrame:
    """Slot of each step in its day; whether that day's order is unknown (`loose`), and known in part only (`mixed`).

    The rows stand in order of matter, day, seq; steps without seq stand last in their day, so the last one tells
    whether there is any.
    """
    number = pl.int_range(pl.len(), dtype=pl.Int64)
    new = ((pl.col(CASE) != pl.col(CASE).shift(1)) | pl.col(DAY).ne_missing(pl.col(DAY).shift(1))).fill_null(True)
    again = ~new & (pl.col("seq") == pl.col("seq").shift(1)).fill_null(False)
    rows = rows.with_columns(
        number.alias("§n"), new.alias("§new"), again.cum_sum().alias("§again"), pl.col("seq").is_null().alias("§blank")
    )
    ends = pl.col("§new").shift(-1).fill_null(True)

    def at_start(e: pl.Expr) -> pl.Expr:
        return pl.when("§new").then(e).forward_fill()

    def at_end(e: pl.Expr) -> pl.Expr:
        return pl.when(ends).then(e).backward_fill()

    several = at_end(pl.col("§n")) > at_start(pl.col("§n"))
    repeated = at_end(pl.col("§again")) > at_start(pl.col("§again"))
    blank, all_blank = at_end(pl.col("§blank")), at_start(pl.col("§blank"))
    loose = several & (blank | repeated) & pl.col(DAY).is_not_null()
    rows = rows.with_columns(loose.alias("§loose"), (pl.col("§n") - at_start(pl.col("§n"))).alias("§slot"))
    rows = rows.with_columns((pl.col("§loose") & ~all_blank).alias("§mixed"))
    return rows.drop("§n", "§new", "§again", "§blank")


def _at(axis: Axis) -> pl.Expr:
    slot = pl.when("§loose").then(pl.lit(0, dtype=pl.Int64)).otherwise(pl.col("§slot") + 1)
    return (((pl.col(DAY).cast(pl.Int64) - axis.base) * axis.slots) + slot).alias(AT)
