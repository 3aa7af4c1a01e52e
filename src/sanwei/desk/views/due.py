"""The list of time limits, mine or of all I oversee; the same as a sheet; the overview by body."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sanwei.acts import clock
from sanwei.acts.models import Duty
from sanwei.lawbook import lawbook
from sanwei.looks import sheets

from .. import duties
from ..lately import SECONDS
from ..me import OVERSEERS, Me, bodies, on_duty


@login_required
def listing(request: HttpRequest) -> HttpResponse:
    """Open duties, the earliest due first."""
    known, today, book = on_duty(request), clock.today(), lawbook()
    asked = duties.Asked.read(request.GET, known)
    found = duties.page(
        duties.wanted(known, asked, book, today),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    lines = duties.shown(found.items, duties.heads(found.items), known, book, today)
    return render(
        request,
        "desk/duties.html",
        {
            "today": today,
            "asked": asked,
            "duties": lines,
            "duties_todo": "换一个筛选条件看看；新的期限会在办理案件时自动列到这里。",
            "scopes": _scopes(asked, known),
            "whens": _whens(asked, duties.told(known, whole=asked.whole, book=book, today=today)),
            "seconds": SECONDS if asked.whole else 0,
            "parts": _parts(asked),
            "bodies": list(bodies(known, OVERSEERS).values_list("code", "name")) if asked.whole else [],
            "export": _link("desk:duties_sheet", asked),
            "pager": {
                "previous": _link("desk:duties", asked, before=found.earlier) if found.earlier else "",
                "next": _link("desk:duties", asked, after=found.later) if found.later else "",
                "note": "按到期日从早到晚",
            },
            "crumbs": [("工作台", reverse("desk:home")), ("期限", "")],
        },
    )


@login_required
def sheet(request: HttpRequest) -> HttpResponse:
    """The duties asked for as an XLSX file, cut after the limit of a sheet."""
    known, today, book = on_duty(request), clock.today(), lawbook()
    asked = duties.Asked.read(request.GET, known)
    found = duties.wanted(known, asked, book, today).select_related("handler").order_by("due", "pk")
    held: list[Duty] = list(found[: sheets.LIMIT + 1])
    content = sheets.workbook("期限清单", duties.HEAD, duties.rows(held, duties.heads(held), book, today))
    return sheets.download(f"期限清单{today:%Y%m%d}", content)


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Open time limits by body, for those who oversee."""
    known, today, book = on_duty(request), clock.today(), lawbook()
    if not known.oversees:
        raise PermissionDenied("期限总览供行政机关负责人、执法机构负责人和执法监督人员查看；您本人的期限在工作台上。")
    told = duties.by_body(duties.overseen(known), book, today)
    for row in told:
        row["url"] = _link("desk:duties", duties.Asked(whole=True, body=row["body__code"]))
        row["overdue_url"] = _link("desk:duties", duties.Asked(whole=True, body=row["body__code"], when="overdue"))
        row["soon_url"] = _link("desk:duties", duties.Asked(whole=True, body=row["body__code"], when="soon"))
    sums = {name: sum(row[name] for row in told) for name in ("overdue", "soon", "undated", "all")}
    crumbs = [("工作台", reverse("desk:home")), ("期限总览", "")]
    return render(request, "desk/overview.html", {"today": today, "rows": told, "sums": sums, "crumbs": crumbs})


def _link(name: str, asked: duties.Asked, **more: str) -> str:
    query = urlencode(asked.query | more)
    return reverse(name) + (f"?{query}" if query else "")


def _scopes(asked: duties.Asked, known: Me) -> list[tuple[str, str, bool]]:
    if not known.oversees or known.watches:
        return []
    return [
        ("我的", _link("desk:duties", duties.Asked(asked.when, asked.part)), not asked.whole),
        ("我管辖的全部单位", _link("desk:duties", duties.Asked(asked.when, asked.part, whole=True)), asked.whole),
    ]


def _whens(asked: duties.Asked, counted: dict[str, int]) -> list[tuple[str, str, bool]]:
    """(label with number, url, current); the numbers are of all bodies and parts."""
    ways = [("", "全部", counted["all"])] + [(code, label, counted[code]) for code, label in duties.WHEN.items()]
    return [
        (
            f"{label} {n}",
            _link("desk:duties", duties.Asked(code, asked.part, asked.body, asked.whole)),
            asked.when == code,
        )
        for code, label, n in ways
    ]


def _parts(asked: duties.Asked) -> list[tuple[str, str, bool]]:
    ways = [("", "全部"), *duties.parts().items()]
    return [
        (label, _link("desk:duties", duties.Asked(asked.when, code, asked.body, asked.whole)), asked.part == code)
        for code, label in ways
    ]
