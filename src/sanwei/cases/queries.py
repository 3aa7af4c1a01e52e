"""What pages ask about cases. Everything is bounded by what the officer may see."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest

from sanwei.acts import clock
from sanwei.people.models import Body, Officer
from sanwei.people.queries import Grant, scope_paths
from sanwei.people.who import current

from .models import Case

PAGE = 20


def in_scope(officer: Officer, day: dt.date) -> QuerySet[Case]:
    """Cases of the bodies the officer may see. One query now, one when read."""
    paths = scope_paths(officer, day)
    if not paths:
        return Case.objects.none()
    return Case.objects.filter(under(paths))


def under(paths: list[str], field: str = "body__path") -> Q:
    """Rows whose body lies in one of these subtrees; none where there are no paths."""
    return reduce(or_, (Q(**{f"{field}__startswith": p}) for p in paths), Q(pk__in=[]))


def listed(paths: list[str], body: int | None = None) -> QuerySet[Case]:
    """Cases in these subtrees, for lists by the time of the last touch; `body`: the one body where there is only one
    among them.

    With one body its own index gives the order. With several, databases would rather collect every case of theirs and
    sort them; `own_body`, which no index knows, keeps them from it: they read by time and stop when the page is full.
    """
    cases = Case.objects.alias(own_body=F("body_id") + 0)
    return cases.filter(body_id=body) if body is not None else cases.filter(_of(paths))


def _of(paths: list[str]) -> Q:
    return Q(own_body__in=Body.objects.order_by().filter(under(paths, "path")).values("pk"))


# Roles whose word a case may wait for.
APPROVERS = frozenset({"leader", "reviewer", "section_head"})


def waiting(grants: Iterable[Grant]) -> Q:
    """Of the cases `listed`: those that wait for the word of one of these roles over their body."""
    by_role: dict[str, list[str]] = {}
    for role, path, _ in grants:
        if role in APPROVERS:
            by_role.setdefault(role, []).append(path)
    held = (Q(waiting_for=role) & _of(paths) for role, paths in by_role.items())
    return Q(waiting_for__in=list(by_role)) & reduce(or_, held, Q(pk__in=[]))


def case_or_404(officer: Officer, case_id: uuid.UUID, day: dt.date) -> Case:
    """The case with its body, officers and party; 404 when it is not the officer's to see (it must not show that it
    exists).
    """
    paths = scope_paths(officer, day)
    case = Case.objects.select_related("body", "officer", "partner", "party").filter(pk=case_id).first()
    if case is None or not any(case.body.path.startswith(p) for p in paths):
        raise Http404
    return case


def may_see(request: HttpRequest, case_id: str) -> bool:
    """Whether the person behind a request may see the case: the rule for its documents and files."""
    officer = current(request)
    if officer is None:
        return False
    path = Case.objects.filter(pk=case_id).values_list("body__path", flat=True).first()
    return path is not None and any(path.startswith(p) for p in scope_paths(officer, clock.today()))


def called(ids: list[str]) -> dict[str, str]:
    """Case → number and title, for lists of its documents."""
    found = Case.objects.filter(pk__in=ids).values_list("pk", "number", "title")
    return {str(pk): f"{number} {title}" for pk, number, title in found}


@dataclass(frozen=True)
class Page:
    """One page of a keyset list: the deepest page costs what the first costs."""

    items: list[Case]
    newer: str
    older: str


def page(cases: QuerySet[Case], *, after: str = "", before: str = "", size: int = PAGE) -> Page:
    """A page ordered from the last touched to the first. `after` and `before` are cursors that `Page` gave.

    The bound on the time alone stands apart from the OR: by it the index is entered at the cursor; an OR would be
    tried on every row from the first page on.
    """
    if before:
        at, pk = _read(before)
        newer = cases.filter(Q(touched_at__gte=at), Q(touched_at__gt=at) | Q(id__gt=pk))
        rows = list(newer.order_by("touched_at", "id")[: size + 1])
        more, rows = len(rows) > size, rows[:size][::-1]
        return Page(rows, _cursor(rows[0]) if more and rows else "", _cursor(rows[-1]) if rows else "")
    if after:
        at, pk = _read(after)
        cases = cases.filter(Q(touched_at__lte=at), Q(touched_at__lt=at) | Q(id__lt=pk))
    rows = list(cases.order_by("-touched_at", "-id")[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    return Page(rows, _cursor(rows[0]) if after and rows else "", _cursor(rows[-1]) if more and rows else "")


def _cursor(case: Case) -> str:
    return f"{case.touched_at.isoformat()}~{case.pk}"


def _read(cursor: str) -> tuple[dt.datetime, uuid.UUID]:
    try:
        told, pk = cursor.split("~")
        at = dt.datetime.fromisoformat(told)
        if at.tzinfo is None:
            raise ValueError(told)
        return at, uuid.UUID(pk)
    except ValueError:
        raise Http404 from None
