"""The body's phrases: who works there reads them, who leads there keeps them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sanwei.acts import registry
from sanwei.acts.act import Act, Conflict, Context, Forbidden, Refused
from sanwei.acts.fields import ActForm
from sanwei.acts.perform import blank, context, perform, permitted
from sanwei.acts.web import current_officer

from .acts import KEEPERS
from .models import PhraseBook
from .queries import book_of, questions

CHANGED = "常用语已由他人改动，请核对之后再次提交"


def _context(request: HttpRequest) -> Context:
    officer = current_officer(request)
    book = book_of(officer.body)
    return context(officer, book) if book is not None else blank(officer, officer.body)


@login_required
def phrases(request: HttpRequest) -> HttpResponse:
    """All phrases in use, by the question they are for."""
    ctx = _context(request)
    kept: dict[str, list] = {}
    for row in ctx.rows.all("phrase"):
        if not row["phrase_dropped_on"]:
            said = {"row": row.row, "text": row["phrase_text"], "on": row["phrase_kept_on"]}
            kept.setdefault(row["phrase_for"], []).append(said)
    groups = [(label, kept[name]) for name, label in questions() if name in kept]
    shown = {"groups": groups, "body": ctx.body, "keeps": bool(KEEPERS & ctx.roles)}
    return render(request, "standards/phrases.html", shown | {"crumbs": [("常用语", "")]})


@login_required
def do(request: HttpRequest, code: str) -> HttpResponse:
    """The page of one act on the book."""
    act = registry.acts(PhraseBook.KIND).get(code)
    if act is None:
        raise Http404
    ctx = _context(request)
    crumbs = [("常用语", reverse("standards:phrases")), (act.label, "")]
    if reason := permitted(act, ctx):
        return render(request, "standards/act.html", {"act": act, "reason": reason, "crumbs": crumbs}, status=403)
    if request.method != "POST":
        form = ActForm(act, ctx)
        if "phrase" in form.fields:
            form.initial["phrase"] = request.GET.get("phrase", "")
        return render(request, "standards/act.html", {"act": act, "form": form, "crumbs": crumbs})
    form = ActForm(act, ctx, request.POST)
    if form.is_valid() and _done(request, act, ctx, form):
        return redirect("standards:phrases")
    return render(request, "standards/act.html", {"act": act, "form": form, "crumbs": crumbs}, status=422)


def _done(request: HttpRequest, act: Act, ctx: Context, form: ActForm) -> bool:
    """Whether the act was done; else the form says why not."""
    book = ctx.matter
    try:
        outcome = perform(
            act,
            officer=ctx.officer,
            data=form.answers(),
            matter_id=book.pk if book else None,
            body=ctx.body,
            token=form.cleaned_data["token"],
            version=form.cleaned_data["version"] if book else None,
        )
    except Conflict:
        form.add_error(None, CHANGED)
    except (Refused, Forbidden) as refused:
        form.add_error(None, str(refused))
    else:
        messages.success(request, f"已办理“{act.label}”，日志第 {outcome.position} 条")
        return True
    return False
