"""Who read personal data: when, of which case, what for."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sanwei.acts.reading import ACT
from sanwei.cases.models import Case
from sanwei.journal.models import Entry
from sanwei.people.models import Officer

from ..me import OVERSEERS, bodies, on_duty
from .refused import paged


@login_required
def readings(request: HttpRequest) -> HttpResponse:
    """The latest first, of the bodies this person oversees."""
    known = on_duty(request)
    if not known.oversees:
        raise PermissionDenied("查看记录供行政机关负责人、执法机构负责人和执法监督人员查看。")
    names = dict(bodies(known, OVERSEERS).values_list("code", "name"))
    found = Entry.objects.filter(act=ACT, body_code__in=list(names)).select_related("content")
    rows, pager = paged(request, found, reverse("desk:readings"))
    people = dict(Officer.objects.filter(code__in={r.officer_code for r in rows}).values_list("code", "name"))
    cases = {str(case.pk): case for case in Case.objects.filter(pk__in={r.matter_id for r in rows})}
    told = [
        {
            "at": row.at,
            "position": row.position,
            "who": people.get(row.officer_code, row.officer_code),
            "certificate": row.certificate_no,
            "body": names[row.body_code],
            "case": cases.get(row.matter_id),
            **row.content.body["content"],
        }
        for row in rows
    ]
    crumbs = [("工作台", reverse("desk:home")), ("查看记录", "")]
    return render(request, "desk/readings.html", {"readings": told, "pager": pager, "crumbs": crumbs})
