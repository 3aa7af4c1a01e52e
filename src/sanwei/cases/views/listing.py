"""Lists of cases: in tabs, narrowed by stage, body, month; page by page and as a sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from sanwei.acts import clock
from sanwei.acts.web import current_officer
from sanwei.looks import sheets
from sanwei.looks.links import to
from sanwei.people.models import Body, Officer
from sanwei.people.queries import Grant, known_on, opened_by

from ..acts.base import INVESTIGATORS
from ..models import Case
from ..queries import listed, page, under, waiting
from ..stages import STAGES

TABS = {"": "全部", "mine": "我承办的", "waiting": "待我批准", "open": "在办", "closed": "办结"}
ENDED = ("closed", "terminated", "refused")


@dataclass(frozen=True)
class Asked:
    """What is asked for, as the address says it; what is not known there is left out. `month`: of closing, 2026-04."""

    tab: str = ""
    stage: str = ""
    body: str = ""
    month: str = ""
    who: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Asked:
        tab, stage, month = query.get("tab", ""), query.get("stage", ""), query.get("month", "")
        return cls(
            tab=tab if tab in TABS else "",
            stage=stage if stage in STAGES else "",
            body=query.get("body", "")[:40],
            month=month if _month(month) else "",
            who="me" if query.get("who") == "me" else "",
        )

    @property
    def query(self) -> dict[str, str]:
        told = {"tab": self.tab, "stage": self.stage, "body": self.body, "month": self.month, "who": self.who}
        return {name: value for name, value in told.items() if value}

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the small form does not ask and must hand on."""
        return [(name, value) for name, value in self.query.items() if name not in ("stage", "body")]

    @property
    def narrowed(self) -> bool:
        return bool(self.stage or self.body or self.month or self.who)


def _month(text: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(text, "%Y-%m").replace(tzinfo=dt.UTC).date() if len(text) == 7 else None
    except ValueError:
        return None


@login_required
def cases(request: HttpRequest) -> HttpResponse:
    """Cases the officer may see, last touched first."""
    officer, asked = current_officer(request), Asked.read(request.GET)
    grants = known_on(officer, clock.today()).grants
    bodies = _bodies(opened_by(grants))
    found = _found(officer, grants, bodies, asked)
    shown = page(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    return render(
        request,
        "cases/list.html",
        {
            "cases": shown.items,
            "asked": asked,
            "tabs_here": [(label, _link(replace(asked, tab=code)), asked.tab == code) for code, label in TABS.items()],
            "stages": STAGES.items(),
            "bodies": [(code, name) for _, code, name in bodies],
            "narrowed": _narrowed(asked),
            "all_of_tab": _link(Asked(tab=asked.tab)),
            "export": _link(asked, name="cases:export"),
            "print": f"{to('documents:print')}?{urlencode([('matter', case.pk) for case in shown.items])}",
            "handles": any(role in INVESTIGATORS for role, _, _ in grants),
            "pager": {
                "previous": _link(asked, before=shown.newer) if shown.newer else "",
                "next": _link(asked, after=shown.older) if shown.older else "",
                "note": "按最近办理时间从新到旧",
            },
        },
    )


@login_required
def export(request: HttpRequest) -> HttpResponse:
    """The cases asked for as an XLSX file, cut after the limit of a sheet."""
    officer, asked = current_officer(request), Asked.read(request.GET)
    grants = known_on(officer, clock.today()).grants
    found = _found(officer, grants, _bodies(opened_by(grants)), asked).select_related("partner")
    held = list(found.order_by("-touched_at", "-id")[: sheets.LIMIT + 1])
    return sheets.download(f"案件清单{clock.today():%Y%m%d}", sheets.workbook("案件", HEAD, _rows(held)))


def _bodies(paths: list[str]) -> list[tuple[int, str, str]]:
    """(id, code, name) of the bodies in scope."""
    return list(Body.objects.filter(under(paths, "path")).values_list("pk", "code", "name")) if paths else []


def _found(
    officer: Officer, grants: tuple[Grant, ...], bodies: list[tuple[int, str, str]], asked: Asked
) -> QuerySet[Case]:
    asked_of = [pk for pk, code, _ in bodies if not asked.body or code == asked.body]
    if not asked_of:
        return Case.objects.none()
    found = listed(opened_by(grants), asked_of[0] if len(asked_of) == 1 else None).select_related("body", "officer")
    if asked.tab == "mine" or asked.who == "me":
        found = found.filter(officer=officer)
    if asked.tab == "waiting":
        found = found.filter(waiting(grants))
    elif asked.tab == "open":
        found = found.exclude(stage__in=ENDED)
    elif asked.tab == "closed":
        found = found.filter(stage__in=ENDED)
    if asked.stage:
        found = found.filter(stage=asked.stage)
    if first := _month(asked.month):
        found = found.filter(closed_on__gte=first, closed_on__lt=(first + dt.timedelta(days=31)).replace(day=1))
    return found


def _link(asked: Asked, *, name: str = "cases:list", **cursor: str) -> str:
    query = urlencode(asked.query | cursor)
    return reverse(name) + (f"?{query}" if query else "")


def _narrowed(asked: Asked) -> str:
    """What the list is narrowed to beyond what its form shows."""
    told = []
    if first := _month(asked.month):
        told.append(f"{first.year}年{first.month}月办结")
    if asked.who:
        told.append("我承办的")
    return "，".join(told)


HEAD = [
    ("案件编号", 38), ("案号", 26), ("案由", 40), ("当事人", 28), ("程序", 10), ("环节", 12), ("主办人", 12), ("协办人", 12),
    ("办理机关", 24), ("登记日", 12), ("立案日", 12), ("决定日", 12), ("结案日", 12), ("罚款（元）", 12), ("最近办理", 18),
]  # fmt: skip


def _rows(held: Iterable[Case]) -> Iterable[list]:
    for case in held:
        fine = None if case.fine_fen is None else Decimal(case.fine_fen) / 100
        yield [
            str(case.pk), case.number, case.title, case.party_name, case.get_procedure_display(), case.stage_label,
            case.officer.name if case.officer else "", case.partner.name if case.partner else "", case.body.name,
            case.opened_on, case.filed_on, case.decided_on, case.closed_on, fine, case.touched_at,
        ]  # fmt: skip
