"""Times as logs write them: the local date, the offset, how precise they are, and an instant only for the order.

The date is the one written (or, where a zone is named, the one of that zone): never that of the UTC instant. A time of
day counts only for the order within a day. Polars, the whole column at once; each distinct text is read once.
"""

from __future__ import annotations

import polars as pl

DAY, MINUTE, SECOND, FRACTION = "day", "minute", "second", "fraction"
_TIME = (
    r"^\s*(?P<y>\d{4})\s*(?:[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*日?|(?P<md>\d{4}))"
    r"(?:[T\s]*(?P<h>\d{1,2})[::时](?P<mi>\d{1,2})(?:[::分](?P<s>\d{1,2})(?:[.,](?P<f>\d+))?)?秒?分?)?"
    r"\s*(?P<z>Z|UTC|[+-]\d{2}:?\d{2})?\s*$"
)
_PARTS = ("on", "offset", "precision", "instant")
DAY_US = 86_400_000_000


def read_times(texts: pl.Series, zone: str | None = None) -> pl.DataFrame:
    """`on` (date), `offset` (minutes), `precision`, `instant` (µs, for the order alone; null where only the day is
    known); all null where the text is no time. `zone`: the place whose date counts, for texts that carry an offset.
    """
    frame = texts.rename("at").to_frame()
    told = _parsed(frame.unique().drop_nulls(), zone)
    return frame.join(told, on="at", how="left", maintain_order="left").select(_PARTS)


def _parsed(frame: pl.DataFrame, zone: str | None) -> pl.DataFrame:
    frame = frame.with_columns(pl.col("at").str.extract_groups(_TIME).alias("g")).unnest("g")
    month = pl.coalesce("m", pl.col("md").str.slice(0, 2))
    of_month = pl.coalesce("d", pl.col("md").str.slice(2, 2))
    written = pl.concat_str(pl.col("y"), month.str.zfill(2), of_month.str.zfill(2)).str.to_date("%Y%m%d", strict=False)
    h, mi, s = (pl.col(c).cast(pl.Int64).fill_null(0) for c in ("h", "mi", "s"))
    micros = pl.col("f").str.pad_end(6, "0").str.slice(0, 6).cast(pl.Int64).fill_null(0)
    lawful = (h < 24) & (mi < 60) & (s <= 60)
    frame = frame.with_columns(pl.when(lawful).then(written).alias("on"), _offset().alias("offset"))
    precise = (
        pl.when(pl.col("f").is_not_null())
        .then(pl.lit(FRACTION))
        .when(pl.col("s").is_not_null())
        .then(pl.lit(SECOND))
        .when(pl.col("h").is_not_null())
        .then(pl.lit(MINUTE))
        .otherwise(pl.lit(DAY))
    )
    clock = ((h * 60 + mi) * 60 + s) * 1_000_000 + micros
    utc = clock - pl.col("offset").fill_null(0).cast(pl.Int64) * 60_000_000
    instant = pl.col("on").cast(pl.Int32).cast(pl.Int64) * DAY_US + utc
    frame = frame.with_columns(
        pl.when(pl.col("on").is_not_null()).then(precise).alias("precision"),
        pl.when(pl.col("h").is_not_null()).then(instant).alias("instant"),
    )
    return (_moved(frame, zone) if zone else frame).select("at", *_PARTS)


def _offset() -> pl.Expr:
    z = pl.col("z")
    minutes = z.str.slice(1, 2).cast(pl.Int32, strict=False) * 60 + z.str.slice(-2).cast(pl.Int32, strict=False)
    signed = pl.when(z.str.starts_with("-")).then(-minutes).otherwise(minutes)
    return pl.when(z.is_in(["Z", "UTC"])).then(pl.lit(0, dtype=pl.Int32)).otherwise(signed).cast(pl.Int32)


def _moved(frame: pl.DataFrame, zone: str) -> pl.DataFrame:
    """The date in the zone, for texts with an offset; others are local already."""
    there = pl.col("instant").cast(pl.Datetime("us", "UTC")).dt.convert_time_zone(zone).dt.date()
    known = pl.col("offset").is_not_null() & pl.col("instant").is_not_null()
    return frame.with_columns(pl.when(known).then(there).otherwise("on").alias("on"))
