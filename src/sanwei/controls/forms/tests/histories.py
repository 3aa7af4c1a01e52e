"""Random small histories: repeated, missing, revoked, same-day, undated and future steps, with and without an order
in the source.

Hypothesis draws a number, a plain generator makes many matters of it: to judge twenty costs hardly more than to judge
one.
"""

from __future__ import annotations

import datetime as dt
from random import Random

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
# First days drawn: an ordinary time with a long holiday, the turn to a year not published, the ends of the calendar.
STARTS = (dt.date(2024, 4, 24), dt.date(2024, 12, 27), dt.date(2025, 12, 22), dt.date(2023, 1, 3))
ACTIVITIES = ("决定", "送达", "撤销", "结案")
History = tuple[list[dict], dt.date, bool]


@st.composite
def histories(draw, activities: tuple[str, ...] = ACTIVITIES, matters: int = 16, docs: int = 2) -> History:
    """(steps in the order of the source, the day on which one looks, whether the matters have ended)."""
    start = draw(st.sampled_from(STARTS))
    r = Random(draw(st.integers(0, 2**32 - 1)))
    kinds = [str(n) for n in range(draw(st.sampled_from((docs, docs, 40))))]
    steps = [s for n in range(matters) for s in matter(r, f"{n} 号案", start, activities, kinds)]
    r.shuffle(steps)
    return steps, start + dt.timedelta(days=draw(st.integers(0, 16))), draw(st.booleans())


def matter(r: Random, case: str, start: dt.date, activities: tuple[str, ...], kinds: list[str]) -> list[dict]:
    """One matter: a few steps in a few days; how much of it is recorded differs from matter to matter."""
    most, blank, order = r.choice((3, 9)), r.choice((0.0, 0.0, 0.2)), r.choice(("all", "all", "none", "some"))

    def day() -> dt.date:
        return start + dt.timedelta(days=r.randint(0, most))

    def maybe(value: object) -> object:
        return None if r.random() < blank else value

    undated = r.choice((0, 0, 0, 1))
    found = []
    for n in range(r.choice((1, 2, 3, 4, 4, 5))):
        found.append(
            {
                "case_id": case,
                "seq": {"all": n, "none": None, "some": r.choice((None, 1, 2))}[order],
                "activity": r.choice(activities),
                "on": None if n < undated else day(),
                "cancelled_on": day() if r.random() < 0.15 else None,
                "person": maybe(r.choice("甲乙")),
                "value": maybe(r.choice((5.0, 10.0))),
                "doc": maybe(r.choice(kinds)),
                "ref": maybe(r.choice(kinds)),
            }
        )
    return found


def frame(steps: list[dict]) -> pl.DataFrame:
    return pl.DataFrame(steps, schema=SCHEMA, orient="row")


def told(steps: list[dict], case: str) -> str:
    """The steps of one matter, for the message of a failed test."""
    lines = (
        f"{n}: " + " ".join("-" if v is None else str(v) for v in s.values())
        for n, s in enumerate(steps)
        if s["case_id"] == case
    )
    return "\n".join(lines)
