"""One box that finds cases."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sanwei.cases import search

from ..me import on_duty


@login_required
def find(request: HttpRequest) -> HttpResponse:
    """Cases by number, party, cause or an officer's certificate number, within what this person may see."""
    known = on_duty(request)
    question = " ".join(request.GET.get("q", "").split())[: search.LONGEST]
    found = search.find(known.paths, question, after=request.GET.get("after", ""))
    here = reverse("desk:search")
    return render(
        request,
        "desk/search.html",
        {
            "question": question,
            "cases": found.cases,
            "pager": {
                "previous": f"{here}?{urlencode({'q': question})}" if request.GET.get("after") else "",
                "next": f"{here}?{urlencode({'q': question, 'after': found.older})}" if found.older else "",
                "note": "按登记先后，新的在前",
            },
            "crumbs": [("工作台", reverse("desk:home")), ("搜索", "")],
        },
    )
