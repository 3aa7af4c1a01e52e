"""One page for every act on a case: what is asked, what the gate says beforehand, and the form."""

from __future__ import annotations

import uuid
from contextlib import suppress

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sanwei.acts import clock, registry, unsent
from sanwei.acts.act import Act, Conflict, Forbidden, Refused
from sanwei.acts.fields import ActForm
from sanwei.acts.gate import ahead
from sanwei.acts.models import Submission
from sanwei.acts.perform import blank, context, perform, permitted
from sanwei.acts.web import current_officer
from sanwei.documents.errors import DocumentError, UploadRefused

from ..queries import case_or_404
from . import rules, telling


def _act(code: str, *, creates: bool) -> Act:
    act = registry.acts("case").get(code)
    if act is None or act.creates != creates:
        raise Http404
    return act


@unsent.keeps_answers
@login_required
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """An act that begins a case (a lead, a penalty on the spot)."""
    act, officer = _act(code, creates=True), current_officer(request)
    ctx = blank(officer, officer.body)
    return _page(request, act, ctx, crumbs=[("案件", reverse("cases:list")), (act.label, "")])


@unsent.keeps_answers
@login_required
def do(request: HttpRequest, case_id: uuid.UUID, code: str) -> HttpResponse:
    """An act on a case that stands."""
    act, officer = _act(code, creates=False), current_officer(request)
    case = case_or_404(officer, case_id, clock.today())
    ctx = context(officer, case)
    return _page(
        request,
        act,
        ctx,
        crumbs=[("案件", reverse("cases:list")), (case.number, case.get_absolute_url()), (act.label, "")],
    )


def _page(request: HttpRequest, act: Act, ctx, crumbs) -> HttpResponse:
    if reason := permitted(act, ctx):
        if request.method == "POST":
            _tried(act, ctx)
        return _forbidden(request, act, ctx, reason, crumbs)
    shown = {"act": act, "case": ctx.matter, "crumbs": crumbs}
    if request.method == "POST":
        unsent.drop(request)
        form = ActForm(act, ctx, request.POST, request.FILES)
        status, more = 422, {}
        if form.is_valid():
            done, status, more = _perform(request, act, ctx, form)
        else:
            done = _repeated(request, act, form)
        if done is not None:
            return done
        form.keep_files()
        return render(request, "cases/act.html", _filled(shown, act, ctx, form) | more, status=status)
    again = unsent.take(request) if "blank" not in request.GET else None
    form = ActForm(act, ctx, again.answers) if again else ActForm(act, ctx)
    return render(request, "cases/act.html", _filled(shown, act, ctx, form) | {"again": again})


def _forbidden(request: HttpRequest, act: Act, ctx, reason: str, crumbs=()) -> HttpResponse:
    shown = {"act": act, "reason": reason, "case": ctx.matter, "crumbs": crumbs}
    return render(request, "cases/forbidden.html", shown, status=403)


def _tried(act: Act, ctx) -> None:
    """Who sends what is not his to do is put on record; the page offered him no form."""
    with suppress(Forbidden):
        perform(act, officer=ctx.officer, data={}, matter_id=ctx.matter.pk if ctx.matter else None, body=ctx.body)


def _filled(shown: dict, act: Act, ctx, form: ActForm) -> dict:
    not_yet, held = ahead(act, ctx, body=True)
    return shown | {
        "form": form,
        "gate": telling.gate(act, not_yet, held),
        "shut": bool(not_yet),
        "ask": telling.ask(act, ctx),
        "multipart": form.is_multipart(),
        "clauses": telling.clauses(act, ctx),
        "changes": rules.preview(act, ctx),
    }


def _perform(request: HttpRequest, act: Act, ctx, form: ActForm) -> tuple[HttpResponse | None, int, dict]:
    try:
        outcome = perform(
            act,
            officer=ctx.officer,
            data=form.answers(),
            matter_id=ctx.matter.pk if ctx.matter is not None else None,
            body=ctx.body,
            token=form.cleaned_data["token"],
            version=form.cleaned_data["version"] if ctx.matter is not None else None,
        )
    except Refused as refused:
        return None, 409, {"gate": _refusal(act, ctx, refused), "refused": True}
    except Conflict as conflict:
        return (
            None,
            409,
            {"conflict": telling.conflict(conflict, ctx, form.answers()), "fresh_version": _renew(form, ctx)},
        )
    except (DocumentError, UploadRefused) as fault:
        form.add_error(None, fault.messages if isinstance(fault, UploadRefused) else str(fault))
        return None, 422, {}
    except Forbidden as forbidden:
        return _forbidden(request, act, ctx, str(forbidden)), 403, {}
    if outcome.repeated:
        return _again(request, act, outcome.matter), 302, {}
    messages.success(request, f"已办理“{act.label}”，日志第 {outcome.position} 条")
    for warn in outcome.warns:
        messages.warning(request, f"请留意：{warn.says}（{'、'.join(c for c, _ in warn.cites)}）")
    return redirect(registry.kind(act.kind).url(outcome.matter)), 302, {}


def _repeated(request: HttpRequest, act: Act, form: ActForm) -> HttpResponse | None:
    """A form that was sent before and done need not be right any more: what it chose has been dealt with by itself."""
    ctx = form.ctx
    matter_id = ctx.matter.pk if ctx.matter is not None else None
    spent = Submission.of(form.cleaned_data.get("token") or "", act.code, ctx.officer.code, matter_id)
    matter = registry.kind(act.kind).model.objects.filter(pk=spent.matter_id).first() if spent else None
    return _again(request, act, matter) if matter is not None else None


def _again(request: HttpRequest, act: Act, matter) -> HttpResponse:
    messages.info(request, f"“{act.label}”已经办理过，没有重复办理")
    return redirect(registry.kind(act.kind).url(matter))


def _refusal(act: Act, ctx, refused: Refused) -> dict:
    """Why, and what else stood in the way beforehand: an act refused because it is not its turn is judged no further,
    but who tried it sees what the law asks first.
    """
    gate = telling.refusal(act, refused)
    told = {item["says"] for item in gate["verdicts"]}
    before = telling.gate(act, ahead(act, ctx, body=True)[0], [])["verdicts"]
    gate["verdicts"] += [item for item in before if item["says"] not in told]
    return gate


def _renew(form: ActForm, ctx) -> int:
    """After a conflict the person has been shown what happened: the form may go again from the present version, with
    a new token.
    """
    ctx.matter.refresh_from_db(fields=["version"])
    form.data = form.data.copy()
    form.data["version"], form.data["token"] = ctx.matter.version, uuid.uuid4().hex
    return ctx.matter.version
