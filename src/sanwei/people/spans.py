"""Spans of days: inclusive at both ends, an empty end is open."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.db import models
from django.db.models import F, Q

T = TypeVar("T", bound=Any)


def covers(day: date, first: date | None, last: date | None) -> bool:
    """True if `day` lies in [first, last]; an absent end is open."""
    return (first is None or first <= day) and (last is None or day <= last)


def overlaps(first: date, last: date | None, other_first: date, other_last: date | None) -> bool:
    """True if two inclusive spans share a day; an absent end is open."""
    return (other_last is None or first <= other_last) and (last is None or other_first <= last)


def in_span(day: date, first: str = "valid_from", last: str = "valid_until") -> Q:
    """Rows whose span, named by two fields, holds `day`."""
    return Q(**{f"{first}__lte": day}) & (Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": day}))


def ordered(first: str, last: str, name: str, words: str) -> models.CheckConstraint:
    """A constraint: `last` is not before `first`, wherever both are given. `words` is what a person reads."""
    condition = Q(**{f"{first}__isnull": True}) | Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": F(first)})
    return models.CheckConstraint(condition=condition, name=name, violation_error_message=words)


class SpanQuerySet(models.QuerySet):
    def on(self, day: date) -> SpanQuerySet:
        """Rows in force on `day`."""
        return self.filter(in_span(day))


class Span(models.Model):
    """Something in force from a day until a day."""

    valid_from = models.DateField("生效日期")
    valid_until = models.DateField("失效日期", null=True, blank=True, help_text="含当日；空着表示长期有效")

    objects = SpanQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            ordered("valid_from", "valid_until", "%(app_label)s_%(class)s_span", "失效日期不得早于生效日期。"),
        ]


def nearest(rows: list[T], day: date, first: str, last: str) -> T | None:
    """The row that says most about `day`: one in force that day (the latest begun), else the latest begun before it
    (it has lapsed), else the first yet to begin; None without rows. `first`, `last` name the keys of the span."""
    if not rows:
        return None
    current = [row for row in rows if covers(day, row[first], row[last])]
    begun = [row for row in rows if row[first] is None or row[first] <= day]
    pool = current or begun
    if pool:
        return max(pool, key=lambda row: row[first] or date.min)
    return min(rows, key=lambda row: row[first])
