"""Terms that several controls on the penalty case share."""

from __future__ import annotations

import polars as pl

from sanwei.facts.case import procedure
from sanwei.facts.decision import on_the_spot
from sanwei.facts.derived.decision import d_procedure
from sanwei.facts.derived.rows import c_procedure

# 程序未记录的按普通程序要求：简易程序是例外，要有记录才成立。
ordinary = procedure.ne_missing(pl.lit("summary"))
ordinary_contact = c_procedure.ne_missing(pl.lit("summary"))

# 当场作出的决定；没有逐份记录的看本案程序。
made_on_the_spot = on_the_spot.fill_null(d_procedure == "summary")


def barred(found: pl.Expr, ended: pl.Expr, years: pl.Expr, long_years: pl.Expr, harmful: pl.Expr) -> pl.Expr:
    """A violation that ended on `ended` was found too late: after the ordinary term, and the long one if it applies.

    `long_years` is null where the law knew no long term; an unknown `harmful` decides only between the two terms.
    """
    after_long = long_years.is_null() | (found > _anniversary(ended, long_years))
    return (found > _anniversary(ended, years)) & (after_long | ~harmful)


def _anniversary(day: pl.Expr, years: pl.Expr) -> pl.Expr:
    return day.dt.offset_by(pl.format("{}y", years))
