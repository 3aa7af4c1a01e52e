"""Filed and closed by month, of the bodies of one subtree, drawn as a chart; and what was closed this month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import CharField, Count, Q, Value

from sanwei.cases.models import Case
from sanwei.cases.queries import under
from sanwei.looks import charts
from sanwei.looks.svg import Chart
from sanwei.people.models import Body, Officer

MONTHS = 12
Month = tuple[int, int]


@dataclass(frozen=True)
class Months:
    """Numbers of the last twelve months, this one last: (year, month) → filed, closed, closed by the officer
    himself.
    """

    filed: dict[Month, int]
    closed: dict[Month, int]
    own: dict[Month, int]

    @property
    def this(self) -> Month:
        return list(self.closed)[-1]

    @property
    def last(self) -> Month:
        return list(self.closed)[-2]


def months(officer: Officer, today: dt.date, tops: list[str] | None = None) -> Months:
    """The numbers of the officer's body and what stands below it, or of the subtrees under `tops`. One query: days are
    counted in the database, months here.
    """
    within = under(tops if tops is not None else [officer.body.path], "path")
    keys = _keys(today)
    first = dt.date(*keys[0], 1)
    mine = Count("officer", filter=Q(officer=officer))  # of what the index holds: no case is read
    rows = _days("filed_on", within, first, mine).union(_days("closed_on", within, first, mine), all=True)
    told = {name: dict.fromkeys(keys, 0) for name in ("filed_on", "closed_on", "own")}
    for day, what, number, own in rows:
        if (month := (day.year, day.month)) in told[what]:
            told[what][month] += number
            if what == "closed_on":
                told["own"][month] += own
    return Months(told["filed_on"], told["closed_on"], told["own"])


def _days(what: str, within: Q, first: dt.date, mine: Count):
    bodies = Body.objects.order_by().filter(within).values("pk")
    cases = Case.objects.filter(body__in=bodies, **{f"{what}__gte": first}).order_by()
    return cases.values_list(what).annotate(what=Value(what, output_field=CharField()), n=Count("*"), own=mine)


def _keys(today: dt.date) -> list[Month]:
    at = today.year * 12 + today.month - 1
    return [(place // 12, place % 12 + 1) for place in range(at - MONTHS + 1, at + 1)]


def chart(told: Months, width: int = 790) -> Chart:
    """The two lines; a January carries its year."""
    labels = [f"{year % 100} 年 1 月" if month == 1 else f"{month} 月" for year, month in told.filed]
    series = [("立案", list(told.filed.values())), ("办结", list(told.closed.values()))]
    return charts.line("立案与办结", labels, series, width=width)
