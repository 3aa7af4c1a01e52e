"""Refused acts: who tried what, and which control said no."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sanwei.cases.models import Case
from sanwei.controls.register import register
from sanwei.journal.models import Entry
from sanwei.people.models import Officer

from ..me import OVERSEERS, bodies, on_duty

PAGE = 20


@login_required
def refusals(request: HttpRequest) -> HttpResponse:
    """The latest first, of the bodies this person oversees."""
    known = on_duty(request)
    if not known.oversees:
        raise PermissionDenied("被拒记录供行政机关负责人、执法机构负责人和执法监督人员查看。")
    names = dict(bodies(known, OVERSEERS).values_list("code", "name"))
    found = Entry.objects.filter(outcome=Entry.REFUSED, body_code__in=list(names)).select_related("content")
    rows, pager = paged(request, found, reverse("desk:refusals"))
    return render(
        request,
        "desk/refusals.html",
        {
            "refusals": _told(rows, names),
            "pager": pager,
            "crumbs": [("工作台", reverse("desk:home")), ("被拒记录", "")],
        },
    )


def paged(request: HttpRequest, found: QuerySet[Entry], here: str) -> tuple[list[Entry], dict[str, str]]:
    """One page of entries, the latest first, with the links to its neighbours. One query."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    if before:
        rows = list(found.filter(position__gt=_position(before)).order_by("position")[: PAGE + 1])
        newer, older = len(rows) > PAGE, True
        rows = rows[:PAGE][::-1]
    else:
        if after:
            found = found.filter(position__lt=_position(after))
        rows = list(found.order_by("-position")[: PAGE + 1])
        newer, older = bool(after), len(rows) > PAGE
        rows = rows[:PAGE]
    return rows, {
        "previous": f"{here}?before={rows[0].position}" if newer and rows else "",
        "next": f"{here}?after={rows[-1].position}" if older and rows else "",
        "note": "新的在前",
    }


def _position(cursor: str) -> int:
    if not cursor.isascii() or not cursor.isdigit() or len(cursor) > 18:
        raise Http404
    return int(cursor)


def _told(rows: list[Entry], names: dict[str, str]) -> list[dict[str, Any]]:
    """Entries with the names of persons, cases and controls. Two queries."""
    codes = {row.officer_code for row in rows}
    people = dict(Officer.objects.filter(code__in=codes).values_list("code", "name")) if rows else {}
    ids = {row.matter_id for row in rows if row.matter_kind == Case.KIND and row.matter_id}
    cases = {str(case.pk): case for case in Case.objects.filter(pk__in=ids)} if ids else {}
    controls = register()
    told = []
    for row in rows:
        content = row.content.body.get("content", {})
        said = content.get("verdicts", [])
        for verdict in said:
            control = controls.get(verdict["control"])
            verdict["title"] = control.title if control else verdict["control"]
            verdict["known"] = control is not None
        told.append(
            {
                "at": row.at,
                "position": row.position,
                "act": content.get("label", row.act),
                "who": people.get(row.officer_code, row.officer_code),
                "certificate": row.certificate_no,
                "body": names.get(row.body_code, row.body_code),
                "case": cases.get(row.matter_id),
                "reasons": content.get("reasons", []),
                "verdicts": said,
            }
        )
    return told
