"""Forms about one step alone: an attribute that must be recorded, an entry valid that day, a value in the range of a
table.

None of them looks at the order of steps. A step revoked on its own day or before, and found wrong, is 消灭.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sanwei.lawbook import Calendar

from .building import Named
from .history import ROW, History
from .judging import Closed, judge_part
from .model import Conditional, Form, FormError, Steps, steps
from .saying import column as called
from .saying import named
from .verdicts import activations, judged, table

FAR = pl.date(9999, 12, 31)
Keys = str | Mapping[str, str]
Labels = Mapping[str, str] | None  # column → what people call it, for the sentence


def _keys(given: Keys) -> dict[str, str]:
    """Column of the history → column of the other frame."""
    found = {given: given} if isinstance(given, str) else dict(given)
    if not found:
        raise FormError("要写明按哪一列查对。")
    return found


def _columns(frame: pl.DataFrame, names: list[str], what: str) -> None:
    if gone := [n for n in names if n not in frame.columns]:
        raise FormError(f"{what}里没有“{'、'.join(gone)}”这一列。")


@dataclass(frozen=True, eq=False)
class Required:
    of: Steps
    column: str


def required(a: Named, column: str, *, when: Conditional = None, labels: Labels = None) -> Form:
    """Each `a` carries the attribute. What is null, an empty list or a text of spaces is not recorded: here that is
    the breach itself.
    """
    of = steps(a, when)
    return Form("required", "必备要素", f"每次{named(of)}须写明{called(column, labels)}", (Required(of, column),))


@judge_part.register
def _(part: Required, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    acts = activations(h, part.of, part.column)
    kind, value = acts.schema[part.column], pl.col(part.column)
    there = value.is_not_null()
    if kind == pl.String:
        there = (value.str.strip_chars().str.len_chars() > 0).fill_null(False)
    elif isinstance(kind, pl.List):
        there = (value.list.len() > 0).fill_null(False)
    return table(h, acts, judged(pl.lit(True), pl.lit(True), there))


@dataclass(frozen=True, eq=False)
class ValidIn:
    of: Steps
    register: pl.DataFrame  # keys, `since`, `until` (9999 where open)
    keys: dict[str, str]


def valid_in(
    a: Named,
    register: pl.DataFrame,
    key: Keys,
    *,
    title: str = "登记簿",
    since: str = "valid_from",
    until: str = "valid_until",
    revoked: str | None = None,
    when: Conditional = None,
    labels: Labels = None,
) -> Form:
    """On the day of each `a` an entry of the register with the same key is valid: from `since` to `until`, both
    included.

    `key`: a column of both frames, or a mapping of columns of the history to columns of the register (all equal).
    `until` null: open; `since` null: not recorded, so whether it was valid cannot be told. `revoked`: a column with
    the day from which the entry is no longer valid.
    """
    of, keys = steps(a, when), _keys(key)
    _columns(register, [*keys.values(), since, until, *([revoked] if revoked else [])], title)
    end = pl.col(until).fill_null(FAR)
    if revoked:
        end = pl.min_horizontal(end, pl.col(revoked).dt.offset_by("-1d"))
    entries = register.select(*keys.values(), pl.col(since).alias("§since"), end.alias("§until")).drop_nulls(
        list(keys.values())
    )
    says = f"每次{named(of)}当日，其{'、'.join(called(k, labels) for k in keys)}须在{title}中有效"
    return Form("valid_in", "当日有效", says, (ValidIn(of, entries, keys),))


@judge_part.register
def _(part: ValidIn, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    mine, theirs = list(part.keys), list(part.keys.values())
    acts = activations(h, part.of, *mine)
    # the furthest end of all entries begun by then: some entry is valid exactly when that lies on or after the day
    known = part.register.drop_nulls("§since").sort("§since").with_columns(pl.col("§until").cum_max().over(theirs))
    perhaps = (
        part.register.filter(pl.col("§since").is_null()).group_by(theirs).agg(pl.col("§until").max().alias("§perhaps"))
    )
    dated = acts.filter(pl.col("since").is_not_null()).sort("since")
    dated = dated.join_asof(
        known, left_on="since", right_on="§since", by_left=mine, by_right=theirs, check_sortedness=False
    )
    acts = acts.join(dated.select(ROW, "§until"), on=ROW, how="left", maintain_order="left")
    acts = acts.join(perhaps, left_on=mine, right_on=theirs, how="left", maintain_order="left")
    day = pl.col("since")
    valid = (pl.col("§until") >= day).fill_null(False)
    told = pl.when(valid).then(True).when(pl.col("§perhaps") >= day).then(None).otherwise(False)
    known_key = pl.all_horizontal(pl.col(c).is_not_null() for c in mine) & day.is_not_null()
    return table(h, acts, judged(pl.lit(True), known_key, told))


@dataclass(frozen=True, eq=False)
class InRange:
    of: Steps
    column: str
    ranges: pl.DataFrame  # keys, `least`, `most`, `since`, `until`
    keys: dict[str, str]
    dated: bool


def in_range(
    a: Named,
    column: str,
    ranges: pl.DataFrame,
    key: Keys,
    *,
    title: str = "幅度表",
    least: str = "least",
    most: str = "most",
    since: str | None = None,
    until: str | None = None,
    when: Conditional = None,
    labels: Labels = None,
) -> Form:
    """The value of each `a` lies in the range that the table gives for its key on its day, ends included; a null end
    is open.

    Where the table has no row for the key (in force that day) nothing is asked. `since`, `until`: columns of the days
    in force; null is open. FormError where two rows of one key overlap.
    """
    of, keys = steps(a, when), _keys(key)
    _columns(ranges, [*keys.values(), least, most, *(c for c in (since, until) if c)], title)
    start = pl.col(since).fill_null(pl.date(1, 1, 1)) if since else pl.date(1, 1, 1)
    end = pl.col(until).fill_null(FAR) if until else FAR
    theirs = list(keys.values())
    rows = ranges.select(
        *theirs, pl.col(least).alias("§least"), pl.col(most).alias("§most"), start.alias("§since"), end.alias("§until")
    ).drop_nulls(theirs)
    rows = rows.sort(*theirs, "§since")
    overlap = pl.all_horizontal(pl.col(c) == pl.col(c).shift(1) for c in theirs) & (
        pl.col("§since") <= pl.col("§until").shift(1)
    )
    if rows.select(overlap.any())[0, 0]:
        raise FormError(f"{title}里同一项在同一天有两行幅度，无法取用。")
    says = f"每次{named(of)}的{called(column, labels)}须在{title}所定的幅度之内"
    return Form("in_range", "幅度之内", says, (InRange(of, column, rows, keys, bool(since or until)),))


@judge_part.register
def _(part: InRange, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    mine, theirs = list(part.keys), list(part.keys.values())
    acts = activations(h, part.of, *dict.fromkeys([*mine, part.column]))
    day = pl.col("since") if part.dated else pl.lit(h.as_of, dtype=pl.Date)
    asked = acts.with_columns(day.alias("§day")).filter(pl.col("§day").is_not_null()).sort("§day")
    found = asked.join_asof(
        part.ranges.sort("§since"),
        left_on="§day",
        right_on="§since",
        by_left=mine,
        by_right=theirs,
        check_sortedness=False,
    )
    found = found.select(ROW, "§least", "§most", (pl.col("§until") >= pl.col("§day")).fill_null(False).alias("§there"))
    acts = acts.join(found, on=ROW, how="left", maintain_order="left").with_columns(pl.col("§there").fill_null(False))
    value = pl.col(part.column)
    if acts.schema[part.column].is_float():
        value = value.fill_nan(None)
    inside = (pl.col("§least").is_null() | (value >= pl.col("§least"))) & (
        pl.col("§most").is_null() | (value <= pl.col("§most"))
    )
    named_key = pl.all_horizontal(pl.col(c).is_not_null() for c in mine) & (
        pl.lit(not part.dated) | pl.col("since").is_not_null()
    )
    return table(h, acts, judged(~named_key | pl.col("§there"), named_key & value.is_not_null(), inside))
