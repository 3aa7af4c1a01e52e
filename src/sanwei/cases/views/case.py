"""The page of one case: what comes next, until when, what happened, what is on record."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sanwei.acts import clock, registry
from sanwei.acts.act import Context, NotYet
from sanwei.acts.gate import ahead
from sanwei.acts.models import Duty
from sanwei.acts.perform import context, permitted
from sanwei.acts.web import current_officer
from sanwei.controls.register import register
from sanwei.facts import VOCABULARY
from sanwei.journal.models import Entry

from ..queries import case_or_404
from ..stages import STAGES, WAY
from .telling import told

GRAINS = ("contact", "evidence", "preservation", "recusal", "review", "assessment", "notice", "defence", "hearing", "panel", "decision", "service", "payment")


@login_required
def case(request: HttpRequest, case_id: uuid.UUID) -> HttpResponse:
    officer = current_officer(request)
    found = case_or_404(officer, case_id, clock.today())
    ctx = context(officer, found)
    open_acts, closed_acts = next_acts(ctx)
    return render(
        request,
        "cases/case.html",
        {
            "case": found,
            "party": found.party,
            "open_acts": open_acts,
            "closed_acts": closed_acts,
            "duties": duties(ctx),
            "steps": steps(ctx),
            "facts": _facts("case", ctx.facts.facts),
            "sections": sections(ctx),
            "entries": Entry.objects.filter(matter_kind="case", matter_id=str(found.pk)).order_by("-position")[:100],
            "labels": {code: a.label for code, a in registry.acts().items()},
            "crumbs": [("案件", reverse("cases:list")), (found.number, "")],
        },
    )


def next_acts(ctx: Context) -> tuple[list[dict], list[dict]]:
    """Acts of this stage that this person may do: the open ones as buttons; the others with what is missing and who can change it."""
    opened, shut = [], []
    for act in registry.acts("case").values():
        if act.creates or (act.opens_at and ctx.matter.stage not in act.opens_at):
            continue
        if act.closed(ctx) and ctx.matter.stage not in act.opens_at:
            continue
        not_yet, _ = ahead(act, ctx)
        why = permitted(act, ctx)
        if why and not not_yet:
            not_yet = [NotYet(reason=why, who="")]
        if not_yet:
            shut.append({"label": act.label, "conditions": [_condition(n) for n in not_yet]})
        else:
            opened.append({"label": act.label, "url": reverse("cases:do", args=[ctx.matter.pk, act.code]), "note": ""})
    return opened, shut


def _condition(n: NotYet) -> dict:
    clause = " ".join(p for _, p in n.finding.cites) if n.finding else ""
    return {"met": False, "says": n.reason, "cite": n.cite, "clause": clause, "who": n.who}


def duties(ctx: Context) -> list[dict]:
    """Open duties of the case, the nearest first."""
    controls, acts = register(), registry.acts()
    shown = []
    for d in Duty.objects.filter(matter_id=ctx.matter.pk, state=Duty.OPEN).order_by("due", "id"):
        control = controls[d.control]
        cites = [ctx.book.clause(r).cite for r in control.clauses if ctx.book.clause(r).in_force_on(d.since)]
        can = d.act in acts and not acts[d.act].creates
        shown.append(
            {
                "title": d.todo,
                "url": reverse("cases:case", args=[ctx.matter.pk]),
                "party": control.title,
                "step": ctx.matter.stage_label,
                "ground": "、".join(cites),
                "due": d.due,
                "left": ctx.book.calendar.working_days_between(ctx.day, d.due) if d.due else None,
                "unit": "working_days",
                "provisional": "年度日历尚未公布" if d.provisional else "",
                "act_label": acts[d.act].label if can else "",
                "act_url": reverse("cases:do", args=[ctx.matter.pk, d.act]) if can else "",
            }
        )
    return shown


def steps(ctx: Context) -> list[dict]:
    """The straight way with what was done when."""
    now = ctx.matter.stage
    place = WAY.index(now) if now in WAY else len(WAY)
    days = {
        "lead": ctx.facts["lead_on"],
        "filing": ctx.facts["filed_on"],
        "investigating": ctx.facts["investigation_ended_on"],
        "reviewing": _last(ctx, "review", "reviewed_on"),
        "noticing": _last(ctx, "notice", "noticed_on"),
        "defending": _last(ctx, "defence", "defended_on"),
        "deliberating": _last(ctx, "panel", "panel_on"),
        "deciding": _last(ctx, "decision", "decided_on"),
        "serving": _last(ctx, "service", "served_on"),
        "executing": ctx.facts["closing_asked_on"],
        "closing": ctx.facts["closed_on"],
    }
    way = [s for s in WAY if s not in ("closed",)]
    return [
        {"label": _DONE.get(s, STAGES[s]), "state": "now" if i == place else "done" if i < place else "todo", "day": days.get(s) if i < place else None}
        for i, s in enumerate(way)
    ]


_DONE = {"lead": "登记线索", "filing": "立案", "noticing": "事先告知", "deliberating": "集体讨论", "deciding": "作出决定", "serving": "送达", "closing": "结案"}


def _last(ctx: Context, grain: str, fact: str):
    row = ctx.rows.last(grain)
    return row[fact] if row else None


def sections(ctx: Context) -> list[dict]:
    """What is on record, grain by grain."""
    found = []
    for grain in GRAINS:
        rows = ctx.rows.all(grain)
        if rows:
            found.append({"label": VOCABULARY.grain(grain).label, "rows": [_facts(grain, r.facts) for r in rows]})
    return found


HIDDEN = frozenset({"body_code", "power_code", "served_decision", "paid_decision", "evidence_file"})


def _facts(grain: str, facts: dict) -> list[tuple[str, str]]:
    known = VOCABULARY.grain(grain).facts
    return [(known[n].label, told(n, v)) for n, v in facts.items() if v is not None and n not in HIDDEN]
