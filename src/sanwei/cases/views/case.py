"""The page of one case: what comes next, until when, what happened, what is on record."""

from __future__ import annotations

import datetime as dt
import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sanwei.acts import clock, registry
from sanwei.acts.act import Context
from sanwei.acts.models import Duty
from sanwei.acts.perform import ROLES, context, permitted
from sanwei.acts.web import current_officer
from sanwei.controls.register import register
from sanwei.looks.links import to

from .. import clocks, personal, rules
from ..queries import case_or_404
from ..stages import STAGES, WAY
from . import aftermath, holding, record
from .nexts import next_acts


@login_required
def case(request: HttpRequest, case_id: uuid.UUID) -> HttpResponse:
    """One page, at most twelve queries."""
    officer = current_officer(request)
    found = case_or_404(officer, case_id, clock.today())
    ctx = context(officer, found)
    due = list(Duty.objects.filter(matter_id=found.pk, state=Duty.OPEN).order_by("due", "id"))
    open_acts, more_acts, closed_acts = next_acts(ctx, [d.act for d in due])
    return render(
        request,
        "cases/case.html",
        {
            "case": found,
            "open_acts": open_acts,
            "more_acts": more_acts,
            "closed_acts": closed_acts,
            "waiting": ROLES.get(found.waiting_for, "承办人") if found.waiting_for else "",
            "duties": duties(ctx, due),
            "term": clocks.term(ctx.rows, ctx.book),
            "related": related(ctx),
            "limitation": clocks.limitation(ctx.rows, ctx.book),
            "steps": steps(ctx),
            "party": personal.shown(found.party),
            "hidden": bool(personal.masks(found.party) or ctx.rows.all("party"))
            and personal.may_read(officer, found, ctx.day),
            "rules": rules.current(ctx.rows, found),
            **holding.of(ctx, due),
            **aftermath.of(ctx),
            **record.of(ctx),
            "crumbs": [("案件", to("cases:list")), (found.number, "")],
        },
    )


def related(ctx: Context) -> list[dict]:
    """The case this one went into or came out of, and those that came into it or out of it."""
    f = ctx.facts
    found = [("本案已经并入", f["merged_into"], f["merged_into_id"])] if f["merged_on"] else []
    found += [("并入本案的有", r["joined_from"], r["joined_from_id"]) for r in ctx.rows.all("joined")]
    found += [("本案由原案分出", f["split_from"], f["split_from_id"])] if f["split_from"] else []
    found += [
        ("本案分出的有", r["split_number"], r["split_case_id"]) for r in ctx.rows.all("split") if r["split_number"]
    ]
    return [{"says": says, "number": no, "url": reverse("cases:case", args=[pk])} for says, no, pk in found]


def duties(ctx: Context, found: list[Duty]) -> list[dict]:
    """Open duties of the case, as they were found, for the page."""
    controls, acts = register(), registry.acts()
    shown = []
    for d in found:
        control = controls[d.control]
        cites = [ctx.book.clause(r).cite for r in control.clauses if ctx.book.clause(r).in_force_on(d.since)]
        can = d.act in acts and not acts[d.act].creates and not permitted(acts[d.act], ctx)
        shown.append(
            {
                "title": d.todo,
                "url": ctx.matter.get_absolute_url(),
                "party": control.title,
                "number": "",
                "step": ctx.matter.stage_label,
                "ground": "、".join(cites),
                "cite": "",
                "due": d.due,
                "left": ctx.book.calendar.working_days_between(ctx.day, d.due) if d.due else None,
                "unit": "working_days",
                "provisional": "年度日历尚未公布" if d.provisional else "",
                "act_label": acts[d.act].label if can else "",
                "act_url": to("cases:do", ctx.matter.pk, d.act) if can else "",
                "selected": False,
            }
        )
    return shown


_SUMMARY_WAY = ("deciding", "serving", "executing", "closing")
_DONE = {
    "lead": "登记线索",
    "filing": "立案",
    "noticing": "事先告知",
    "deliberating": "集体讨论",
    "deciding": "作出决定",
    "serving": "送达",
    "closing": "结案",
}


def steps(ctx: Context) -> list[dict]:
    """The straight way with what was done when; a hearing is put in where there is one."""
    way = [s for s in WAY if s != "closed"] if ctx.matter.procedure != "summary" else list(_SUMMARY_WAY)
    if ctx.rows.all("hearing"):
        way.insert(way.index("deliberating"), "hearing")
    now = ctx.matter.stage
    place = way.index(now) if now in way else len(way) if now == "closed" else -1
    days = _days(ctx)
    if place < 0:  # ended before the end of the way
        shown = [s for s in way if days.get(s)]
        return [_step(_DONE.get(s, STAGES[s]), "done", days[s]) for s in shown] + [_step(STAGES[now], "now")]
    return [
        _step(
            _DONE.get(s, STAGES[s]),
            "now" if i == place else "done" if i < place else "todo",
            days.get(s) if i < place else None,
        )
        for i, s in enumerate(way)
    ]


def _step(label: str, state: str, day: dt.date | None = None) -> dict:
    """With every key the timeline asks for: each one it has to miss costs more than all it finds."""
    return {"label": label, "state": state, "day": day, "due": None, "late": False, "who": "", "note": "", "url": ""}


def _of_decision(service) -> bool:
    """A decision was served, not one of the other papers, and not only announced."""
    return bool(service["served_decision"] and service["served_on"])


def _days(ctx: Context) -> dict:
    f = ctx.facts

    def last(grain: str, fact: str):
        row = ctx.rows.last(grain)
        return row[fact] if row else None

    return {
        "lead": f["lead_on"],
        "filing": f["filed_on"],
        "investigating": f["investigation_ended_on"],
        "reviewing": last("review", "reviewed_on"),
        "noticing": last("notice", "noticed_on"),
        "defending": last("defence", "defended_on"),
        "hearing": last("hearing", "hearing_held_on"),
        "deliberating": last("panel", "panel_on"),
        "deciding": last("decision", "decided_on"),
        "serving": max((s["served_on"] for s in ctx.rows.all("service") if _of_decision(s)), default=None),
        "executing": f["closing_asked_on"],
        "closing": f["closed_on"],
    }
