"""The whole particulars of a party: shown once, to who says what they are needed for; the reading is put on record."""

from __future__ import annotations

import uuid

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sanwei.acts import clock
from sanwei.acts.reading import put_on_record, readings
from sanwei.acts.rows import Rows
from sanwei.acts.web import current_officer
from sanwei.looks.fields import ChoiceCards
from sanwei.people.models import Officer

from .. import personal
from ..models import Case
from ..queries import case_or_404

ONCE = "cases_party_once"
REASONS = {
    "contact": "联系、通知当事人",
    "serve": "送达文书",
    "verify": "核对当事人身份",
    "paper": "制作、核对文书",
    "supervise": "执法监督、案卷评查",
    "other": "其他（在下面写明）",
}
LATEST = 50


class ReasonForm(forms.Form):
    """What the particulars are needed for."""

    reason = forms.ChoiceField(label="用途", choices=list(REASONS.items()), widget=ChoiceCards)
    detail = forms.CharField(
        label="说明", max_length=200, required=False, help_text="选“其他”的必须写明；其余的可以不写"
    )

    def clean(self) -> dict:
        answers = super().clean()
        if answers.get("reason") == "other" and not answers.get("detail", "").strip():
            self.add_error("detail", "选了“其他”，请写明用途")
        return answers

    def told(self) -> str:
        """The reason as it goes on record."""
        word, detail = REASONS[self.cleaned_data["reason"]], self.cleaned_data["detail"].strip()
        if self.cleaned_data["reason"] == "other":
            return detail
        return f"{word}：{detail}" if detail else word


@login_required
def party(request: HttpRequest, case_id: uuid.UUID) -> HttpResponse:
    """Ask for the reason, put it on record, show once: what is shown is gone when the page is opened again."""
    officer = current_officer(request)
    case = case_or_404(officer, case_id, clock.today())
    if not personal.may_read(officer, case, clock.today()):
        raise PermissionDenied("您的身份不能查看当事人的完整信息。确有需要的，请联系本案承办人。")
    rows = Rows.read(case.pk)
    form = ReasonForm(request.POST) if request.method == "POST" else ReasonForm()
    if form.is_bound and form.is_valid():
        hidden = [label for label, _, _ in personal.hidden(case, rows)]
        entry = put_on_record(officer, case, Case.KIND, hidden, form.told())
        request.session[ONCE] = [str(case.pk), entry.position]
        return redirect("cases:party", case_id=case.pk)
    ticket = request.session.pop(ONCE, None) if request.method == "GET" else None
    position = ticket[1] if ticket and ticket[0] == str(case.pk) else None
    shown = {
        "case": case,
        "form": form,
        "position": position,
        "party": personal.shown(case.party, whole=position is not None),
        "others": [personal.shown(p, whole=position is not None) for p in personal.coparties(case, rows).values()],
        "read": _read(case),
        "crumbs": [("案件", reverse("cases:list")), (case.number, case.get_absolute_url()), ("当事人", "")],
    }
    return render(request, "cases/party.html", shown, status=422 if form.is_bound else 200)


def _read(case: Case) -> list[dict]:
    """Who read before, when, what for."""
    entries = list(readings(case, Case.KIND)[:LATEST])
    names = dict(Officer.objects.filter(code__in={e.officer_code for e in entries}).values_list("code", "name"))
    return [
        {
            "who": names.get(e.officer_code, e.officer_code),
            "certificate": e.certificate_no,
            "at": e.at,
            "what": "、".join(e.content.body["content"]["what"]),
            "why": e.content.body["content"]["why"],
            "position": e.position,
        }
        for e in entries
    ]
