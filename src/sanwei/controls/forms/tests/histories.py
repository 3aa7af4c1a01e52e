"""Random small histories: repeated, missing, revoked, same-day, undated and future steps, with and without an order in the source."""

from __future__ import annotations

import datetime as dt

import polars as pl
from hypothesis import strategies as st

SCHEMA = {
    "case_id": pl.String,
    "seq": pl.Int64,
    "activity": pl.String,
    "on": pl.Date,
    "cancelled_on": pl.Date,
    "person": pl.String,
    "value": pl.Float64,
    "doc": pl.String,
    "ref": pl.String,
}
# First days of the days drawn: an ordinary time with a long holiday, the turn to a year not published, the ends of the calendar.
STARTS = (dt.date(2024, 4, 24), dt.date(2024, 12, 27), dt.date(2025, 12, 22), dt.date(2023, 1, 3))
ACTIVITIES = ("决定", "送达", "撤销", "结案")


def seldom(values: st.SearchStrategy, one_in: int) -> st.SearchStrategy:
    """Mostly null."""
    return st.integers(1, one_in).flatmap(lambda n: values if n == 1 else st.none())


def mostly(values: st.SearchStrategy, one_in: int) -> st.SearchStrategy:
    """Null once in so many."""
    return st.integers(1, one_in).flatmap(lambda n: st.none() if n == 1 else values)


@st.composite
def histories(draw, activities: tuple[str, ...] = ACTIVITIES, most: int = 5) -> tuple[list[dict], dt.date, bool]:
    """(steps, the day on which one looks, whether the matters have ended)."""
    start = draw(st.sampled_from(STARTS))
    day = st.integers(0, draw(st.sampled_from((3, 9)))).map(lambda n: start + dt.timedelta(days=n))
    steps: list[dict] = []
    for case in ("甲案", "乙案")[: draw(st.integers(1, 2))]:
        order = draw(st.sampled_from(("all", "all", "none", "some")))
        undated = draw(st.sampled_from((0, 0, 1)))
        for n in range(draw(st.integers(1, most))):
            seq = {"all": n, "none": None, "some": draw(st.sampled_from((None, 1, 2)))}[order]
            on = None if n < undated else draw(day)
            steps.append(
                {
                    "case_id": case, "seq": seq, "activity": draw(st.sampled_from(activities)), "on": on,
                    "cancelled_on": draw(seldom(day, 5)),
                    "person": draw(mostly(st.sampled_from("甲乙"), 6)), "value": draw(mostly(st.sampled_from((5.0, 10.0)), 6)),
                    "doc": draw(mostly(st.sampled_from("一二"), 8)), "ref": draw(mostly(st.sampled_from("一二"), 8)),
                }
            )  # fmt: skip
    order = draw(st.permutations(range(len(steps))))
    return [steps[n] for n in order], start + dt.timedelta(days=draw(st.integers(0, 16))), draw(st.booleans())


def frame(steps: list[dict]) -> pl.DataFrame:
    return pl.DataFrame(steps, schema=SCHEMA, orient="row")
