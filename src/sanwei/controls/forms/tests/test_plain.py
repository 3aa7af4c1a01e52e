"""The short way of plain relations says what the long way says, on four hundred matters with every kind of tie."""

import datetime as dt
import itertools
import random

import polars as pl
import pytest

from sanwei.controls.forms import (
    History,
    Window,
    judge_form,
    not_precedence,
    not_response,
    precedence,
    recurrence,
    relating,
    response,
    succession,
)

from .slow_calendar import fast

CALENDAR = fast()
START = dt.date(2024, 5, 6)
AS_OF = START + dt.timedelta(days=4)


def history(kind: str) -> pl.DataFrame:
    """Matters of up to six steps over five days. `kind`: each day's order is known, is not, or is on some days."""
    told, rows = random.Random(kind), []
    for case in range(400):
        for n in range(told.randint(1, 6)):
            known = kind == "known" or (kind == "mixed" and told.random() < 0.7)
            day = START + dt.timedelta(days=told.randint(0, 5))
            rows.append((f"c{case % 390}", told.choice("甲乙丙"), day, n + case * 10 if known else None))
    told.shuffle(rows)
    kinds = {"case_id": pl.String, "activity": pl.String, "on": pl.Date, "seq": pl.Int64}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def forms() -> list:
    found = []
    for most in (None, 1):
        within = {} if most is None else {"within": Window(most=most)}
        for make in (response, precedence, not_response, not_precedence, succession):
            found += [make(a, b, **within) for a, b in (("甲", "乙"), ("乙", "乙"), (["甲", "丙"], "丙"))]
        found.append(recurrence("甲", **within))
    return found


@pytest.mark.parametrize("kind", ["known", "unknown", "mixed"])
def test_the_short_way_says_what_the_long_way_says(monkeypatch, kind):
    frame, asked = history(kind), []
    short, long = History(frame, AS_OF), History(frame, AS_OF)
    plain = relating.is_plain

    def watched(*given):
        asked.append(plain(*given))
        return asked[-1]

    for form, closed in itertools.product(forms(), (False, True)):
        monkeypatch.setattr(relating, "is_plain", watched)
        one = judge_form(short, form, CALENDAR, AS_OF, closed=closed)
        monkeypatch.setattr(relating, "is_plain", lambda *_: False)
        two = judge_form(long, form, CALENDAR, AS_OF, closed=closed)
        key = ["row", "since", "due", "verdict"]
        assert one.sort(key).equals(two.sort(key)), form.says
    assert all(asked)
