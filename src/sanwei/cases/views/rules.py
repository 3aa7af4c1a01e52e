"""Cases under way and the versions of the procedure: what a move would change for each, and many moves at once."""

from __future__ import annotations

import datetime as dt
import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sanwei.acts import clock, registry
from sanwei.acts.act import Act, Conflict, Context, Forbidden, Refused
from sanwei.acts.models import FactRow
from sanwei.acts.perform import blank, perform, permitted
from sanwei.acts.rows import Row, Rows, decode
from sanwei.acts.web import current_officer
from sanwei.lawbook import Procedure

from .. import rules
from ..models import Case

PAGE = 50
ENDED = ("closed", "terminated", "refused")


def preview(act: Act, ctx: Context) -> list[dict]:
    """For the page of one case: each version it could run under, with what changes. Empty for any other act."""
    if act.code not in ("move_rules", "restore_rules") or ctx.matter is None:
        return []
    now = rules.current(ctx.rows, ctx.matter)
    back = ctx.facts["rules_before"]
    wanted = [p for p in rules.versions(ctx.day) if p is not now and (act.code == "move_rules" or p.code == back)]
    return [{"to": p, "changes": rules.difference(ctx.rows, now, p, ctx.day)} for p in wanted]


@login_required
def rules_page(request: HttpRequest) -> HttpResponse:
    """The leader's page over the open cases of the body. Reads in three queries whatever the number of cases."""
    officer, today = current_officer(request), clock.today()
    ctx, act = blank(officer, officer.body), registry.get("move_rules")
    if reason := permitted(act, ctx):
        raise PermissionDenied(reason)
    known = rules.versions(today)
    wanted = next((p for p in known if p.code == request.GET.get("to")), known[-1] if known else None)
    if request.method == "POST" and wanted is not None:
        return _move(request, officer, wanted)
    rows, more = _cases(officer.body_id, wanted, today)
    shown = {
        "versions": known,
        "to": wanted,
        "rows": rows,
        "more": more,
        "token": uuid.uuid4().hex,
        "crumbs": [("案件", reverse("cases:list")), ("办案规程", "")],
    }
    return render(request, "cases/rules.html", shown)


def _cases(body: int, wanted: Procedure | None, today: dt.date) -> tuple[list[dict], int]:
    """Open cases that run under another version, the oldest first; (those of the page, how many more there are)."""
    found = list(Case.objects.filter(body=body).exclude(stage__in=ENDED).order_by("opened_on", "id"))
    stored: dict[uuid.UUID, list[Row]] = {}
    facts = FactRow.objects.filter(matter_id__in=[c.pk for c in found], grain="case")
    for matter, grain, row, seq, said in facts.values_list("matter_id", "grain", "row", "seq", "facts"):
        stored.setdefault(matter, []).append(Row(grain, row, seq, decode(grain, said)))
    other = [(c, rules.current(Rows(c.pk, stored.get(c.pk, ())), c)) for c in found]
    other = [(c, now) for c, now in other if wanted is not None and now is not wanted]
    page = other[:PAGE]
    whole = _whole([c.pk for c, _ in page])
    shown = [
        {"case": c, "now": now, "changes": rules.difference(whole.get(c.pk) or Rows(c.pk), now, wanted, today)}
        for c, now in page
    ]
    return shown, len(other) - len(page)


def _whole(matters: list[uuid.UUID]) -> dict[uuid.UUID, Rows]:
    """All rows of these matters. One query."""
    by_matter: dict[uuid.UUID, list[Row]] = {}
    stored = FactRow.objects.filter(matter_id__in=matters).order_by("seq")
    for matter, grain, row, seq, said in stored.values_list("matter_id", "grain", "row", "seq", "facts"):
        by_matter.setdefault(matter, []).append(Row(grain, row, seq, decode(grain, said)))
    return {matter: Rows(matter, rows) for matter, rows in by_matter.items()}


def _move(request: HttpRequest, officer, wanted: Procedure) -> HttpResponse:
    """Each chosen case is an act of its own, with its own gate and journal entry; one that fails stops no other."""
    reason, here = request.POST.get("reason", "").strip(), f"{reverse('cases:rules')}?to={wanted.code}"
    chosen = [pair.partition(" ") for pair in request.POST.getlist("case")[:PAGE]]
    if not reason or not chosen:
        messages.error(request, "请至少选择一件案件，并写明理由")
        return redirect(here)
    done, failed = 0, []
    for code, _, version in chosen:
        if why := _one(officer, wanted, code, version, reason, request.POST.get("token", "")):
            failed.append(why)
        else:
            done += 1
    if done:
        messages.success(request, f"{done} 件案件改用“{wanted.label}”，每件都已记入日志")
    for why in failed:
        messages.error(request, why)
    return redirect(here)


def _one(officer, wanted: Procedure, code: str, version: str, reason: str, token: str) -> str:
    """Move one case; why not, or empty."""
    case = Case.objects.filter(pk=_uuid(code), body=officer.body_id).first()
    if case is None or not version.isdigit():
        return "有一件案件不在本机关，没有办理"
    answers = {"rules_version": wanted.code, "rules_reason": reason[:5000]}
    act = registry.get("move_rules")
    try:
        perform(act, officer=officer, data=answers, matter_id=case.pk, token=token, version=int(version))
    except Conflict:
        return f"{case.number}：打开这一页以后有人办理过本案，没有改用，请重新核对"
    except (Refused, Forbidden) as refused:
        return f"{case.number}：{refused}"
    return ""


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
