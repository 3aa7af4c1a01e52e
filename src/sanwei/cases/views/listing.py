"""Lists of cases."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sanwei.acts import clock
from sanwei.acts.web import current_officer

from ..queries import in_scope, page
from ..stages import STAGES

TABS = (("", "全部"), ("mine", "我承办的"), ("waiting", "待我批准"), ("open", "在办"), ("closed", "办结"))
ENDED = ("closed", "terminated", "refused")


@login_required
def cases(request: HttpRequest) -> HttpResponse:
    """Cases the officer may see, last touched first; filtered by tab and stage."""
    officer = current_officer(request)
    found = in_scope(officer, clock.today()).select_related("body", "officer")
    tab, stage = request.GET.get("tab", ""), request.GET.get("stage", "")
    found = _tab(found, tab, officer)
    if stage in STAGES:
        found = found.filter(stage=stage)
    shown = page(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    here = reverse("cases:list")
    return render(
        request,
        "cases/list.html",
        {
            "cases": shown.items,
            "tabs_here": [(label, f"{here}?tab={code}", tab == code) for code, label in TABS],
            "stage": stage,
            "stages": STAGES.items(),
            "tab": tab,
            "pager": {
                "previous": _link(here, tab, stage, before=shown.newer),
                "next": _link(here, tab, stage, after=shown.older),
                "note": "按最近办理时间从新到旧",
            },
        },
    )


def _tab(found, tab: str, officer):
    if tab == "mine":
        return found.filter(officer=officer)
    if tab == "waiting":
        roles = [r for r in officer.rolegrant_set.values_list("role", flat=True)] if hasattr(officer, "rolegrant_set") else []
        return found.filter(waiting_for__in=roles, body=officer.body)
    if tab == "open":
        return found.exclude(stage__in=ENDED)
    if tab == "closed":
        return found.filter(stage__in=ENDED)
    return found


def _link(here: str, tab: str, stage: str, **cursor: str) -> str:
    from urllib.parse import urlencode

    asked = {k: v for k, v in {"tab": tab, "stage": stage, **cursor}.items() if v}
    return f"{here}?{urlencode(asked)}" if any(cursor.values()) else ""
