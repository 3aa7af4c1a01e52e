"""Lines: the places of the steps of one role as one sorted column, so that «the next one after» is a search, not a
join.

A step's key is `group * span + place`. The group is the matter, or, where an attribute must be equal on both steps,
the matter and the attribute. Backward everything is mirrored (`span - 1 - place`), so that «the last one before» is
the same search.
"""

from __future__ import annotations

import polars as pl

from .history import AT, ROW

NEVER = 1 << 60  # a place that does not come
SOME_TIME = NEVER >> 1  # it came, but nobody knows when

_WHOLE = pl.Int64


class Line:
    """Sorted keys of the steps of one role, and their rows. `span`: length of the axis of one group."""

    def __init__(self, steps: pl.DataFrame, group: str, span: int):
        key = (pl.col(group) * span + pl.col(AT)).alias("key")
        ordered = steps.select(key, ROW)
        if not ordered["key"].is_sorted():  # forward the rows stand in order already
            ordered = ordered.sort("key", maintain_order=True)
        self.keys, self.rows, self.span = ordered["key"], ordered[ROW], span

    def first(
        self, df: pl.DataFrame, name: str, group: str, least: pl.Expr, *, skip: bool = False, nth: int | pl.Expr = 1
    ) -> pl.DataFrame:
        """Adds `name`: the place of the nth step of the group at or after `least` (`NEVER` where none), and
        `name~row`: its row.

        `skip`: the activation itself is not to be found.
        """
        row = f"{name}~row"
        if not len(self.keys):
            return df.with_columns(pl.lit(NEVER, dtype=_WHOLE).alias(name), pl.lit(None, dtype=_WHOLE).alias(row))
        spot = pl.lit(self.keys).search_sorted(pl.col(group) * self.span + least, side="left").cast(_WHOLE) + (nth - 1)
        df = df.with_columns(spot.alias("§spot"))
        if skip:
            own = self._gather(self.rows, pl.col("§spot")) == pl.col(ROW)
            df = df.with_columns(pl.col("§spot") + own.cast(_WHOLE))
        place = self._gather(self.keys, pl.col("§spot")) - pl.col(group) * self.span
        there = pl.col("§spot").is_between(0, len(self.keys) - 1) & place.is_between(0, self.span - 1)
        found = self._gather(self.rows, pl.col("§spot"))
        return df.with_columns(
            pl.when(there).then(place).otherwise(pl.lit(NEVER, dtype=_WHOLE)).alias(name),
            pl.when(there).then(found).alias(row),
        ).drop("§spot")

    def count(self, df: pl.DataFrame, name: str, group: str, least: pl.Expr, most: pl.Expr) -> pl.DataFrame:
        """Adds `name`: how many steps of the group lie from `least` to `most`, and `name~row`: the row of the last of
        them.
        """
        row = f"{name}~row"
        if not len(self.keys):
            return df.with_columns(pl.lit(0, dtype=_WHOLE).alias(name), pl.lit(None, dtype=_WHOLE).alias(row))
        keys, start = pl.lit(self.keys), pl.col(group) * self.span
        end = keys.search_sorted(start + most, side="right").cast(_WHOLE)
        df = df.with_columns(
            (end - keys.search_sorted(start + least, side="left").cast(_WHOLE)).alias(name), end.alias("§end")
        )
        last = self._gather(self.rows, pl.col("§end") - 1)
        return df.with_columns(pl.when(pl.col(name) > 0).then(last).alias(row)).drop("§end")

    def _gather(self, table: pl.Series, spot: pl.Expr) -> pl.Expr:
        return pl.lit(table).gather(spot.clip(0, len(table) - 1))
