"""The workbench: what is due, what waits for my word, my cases, the year in one picture."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sanwei.acts import clock
from sanwei.acts.models import Matter
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.cases.queries import listed
from sanwei.cases.views.case import steps
from sanwei.lawbook import Lawbook, lawbook

from .. import duties, monthly, waiting
from ..lately import SECONDS, lately
from ..me import HANDLERS, OVERSEERS, Me, on_duty

DUTIES, CASES = 8, 6


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """At most twelve queries, whatever the number of cases."""
    known, today, book = on_duty(request), clock.today(), lawbook()
    if not known.paths:
        return render(request, "desk/nothing.html", {"today": today, "known": known})
    asked = duties.Asked.read(request.GET, known)
    counted = duties.told(known, whole=asked.whole, book=book, today=today, by_part=True)
    found = duties.page(duties.wanted(known, asked, book, today), size=DUTIES)
    matters = duties.heads(found.items)
    lines = duties.shown(found.items, matters, known, book, today)
    told = _months(known, today)
    asks, more = waiting.first(known, today)
    return render(
        request,
        "desk/home.html",
        {
            "today": today,
            "stats": _stats(counted, told, known),
            "duties": _selectable(lines, request),
            "duty_tabs": _tabs(asked, counted),
            "undated": counted["undated"],
            "more_duties": found.later,
            "selected": _selected(lines, matters, request, book, today),
            "asks": asks,
            "more_asks": more,
            "matters": _last(known),
            "chart": monthly.chart(told),
            "handles": bool(known.roles & HANDLERS),
            "watches": known.watches,
            "seconds": SECONDS if asked.whole or known.watches else 0,
            "duties_todo": "您监督的单位的期限会自动列到这里。"
            if known.watches
            else "您承办的案件、等您审批的事项，期限会自动列到这里。",
        },
    )


def _months(known: Me, today: dt.date) -> monthly.Months:
    if not known.watches:
        return monthly.months(known.officer, today)
    tops = known.over(OVERSEERS)
    return lately("months", (known.officer.pk, tops, today), lambda: monthly.months(known.officer, today, tops))


def _stats(counted: dict[str, int], told: monthly.Months, known: Me) -> list[tuple]:
    """(number, label, hint, level, url) of the four numbers on top."""
    own = bool(known.roles & HANDLERS)
    closed = told.own if own else told.closed
    this, last = closed[told.this], closed[told.last]
    listed = {"tab": "closed", "month": "{}-{:02}".format(*told.this)} | ({"who": "me"} if own else {})
    urge = "请督促补办" if known.watches else "请尽快补办"
    due, late = reverse("desk:duties"), counted["overdue"]
    return [
        (counted["today"], "今日到期", "", "warn" if counted["today"] else "", f"{due}?when=today"),
        (counted["soon"], "三日内到期", "工作日，含今日", "info", f"{due}?when=soon"),
        (late, "已超期", urge if late else "没有超期", "bad" if late else "", f"{due}?when=overdue"),
        (this, "本月已办结", f"上月 {last} 件", "ok", f"{reverse('cases:list')}?{urlencode(listed)}"),
    ]


def _tabs(asked: duties.Asked, counted: dict[str, int]) -> list[tuple[str, str, bool]]:
    """(label with number, url, current) of the parts that have something due, and all."""
    here = reverse("desk:home")
    tabs = [(f"全部 {counted['all']}", here, not asked.part)]
    for code, label in duties.parts().items():
        if counted[code]:
            tabs.append((f"{label} {counted[code]}", f"{here}?part={code}", asked.part == code))
    return tabs if len(tabs) > 2 or asked.part else []


def _selectable(lines: list[dict[str, Any]], request: HttpRequest) -> list[dict[str, Any]]:
    """The title of a duty shows its case's progress beside the list; one more click opens the case."""
    part = {"part": request.GET["part"]} if request.GET.get("part") else {}
    chosen = _chosen(lines, request)
    for at, line in enumerate(lines):
        line["url"] = f"?{urlencode({**part, 'at': at})}#progress"
        line["selected"] = at == chosen
    return lines


def _chosen(lines: list[dict[str, Any]], request: HttpRequest) -> int:
    at = request.GET.get("at", "")
    return int(at) if at.isascii() and at.isdigit() and int(at[:4]) < len(lines) else 0


def _selected(
    lines: list[dict[str, Any]], matters: dict, request: HttpRequest, book: Lawbook, today: dt.date
) -> dict[str, Any] | None:
    """The case of the chosen duty with its steps."""
    if not lines:
        return None
    line = lines[_chosen(lines, request)]
    matter: Matter = matters[line["matter_id"]]
    rows = Rows.read(matter.pk)
    way = steps(SimpleNamespace(matter=matter, rows=rows, facts=rows.head, day=today, book=book))
    due = {"due": line["due"], "late": bool(line["due"] and line["due"] < today), "note": line["ground"]}
    for step in way:
        if step["state"] == "now":
            step |= due
    return {"matter": matter, "steps": way, "line": line}


def _last(known: Me) -> list[Case]:
    """Last touched: the cases this officer handles or shares; for who handles none, those he may see."""
    own = Q(officer=known.officer) | Q(partner=known.officer)
    found = Case.objects.filter(own) if known.roles & HANDLERS else listed(known.paths)
    return list(found.order_by("-touched_at", "-pk")[:CASES])
