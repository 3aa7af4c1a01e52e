"""The public page without sign-in on which anybody verifies a document by the code printed on it.

It says only that the document exists, its number, body and day, and whether what is kept is what was drawn up; never a
word of its content. A file that is held against it is hashed and forgotten.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sanwei.looks.fields import MultiFileField
from sanwei.people.models import Body

from . import verify
from .fill import digest
from .models import Document, Rendition

# Tries of one address in a minute: more than a person needs, too few to guess one of 2^50 codes.
MOST, MINUTE = 30, 60
UNKNOWN = "没有这个核验码。请对照文书左下角再输入一次；仍然没有的，请向文书上写的执法机关核实。"
MALFORMED = "核验码是十位数字和字母，分成两组，例如 7K2QM-0R9TX，请对照文书左下角重新输入。"
TOO_MANY = "查询过于频繁，请一分钟之后再试。"


class CodeForm(forms.Form):
    """The code as it is typed from paper."""

    code = forms.CharField(label="核验码", max_length=20, help_text="印在文书首页左下角，大小写、横线不影响")

    def clean_code(self) -> str:
        if not (code := verify.read_code(self.cleaned_data["code"])):
            raise forms.ValidationError(MALFORMED)
        return code


class FileForm(forms.Form):
    """A file to hold against the document."""

    file = MultiFileField(
        label="要核对的文件", help_text="只计算校验值，不保存；PDF 或者 DOCX 原文件，不是照片", max_files=1
    )


def _too_many(request: HttpRequest) -> bool:
    key = f"verify/{request.META.get('REMOTE_ADDR', '')[:45]}"
    cache.add(key, 0, MINUTE)
    try:
        return cache.incr(key) > MOST
    except ValueError:  # it ran out between the two
        return False


def _page(request: HttpRequest, status: int = 200, **shown: Any) -> HttpResponse:
    return render(request, "documents/verify.html", {"form": CodeForm(), **shown}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD"])
def start(request: HttpRequest) -> HttpResponse:
    """Where a code is typed; a good one leads to its own address."""
    if "code" not in request.GET:
        return _page(request)
    form = CodeForm(request.GET)
    if not form.is_valid():
        return _page(request, 400, form=form)
    return redirect("verify:code", verify.shown(form.cleaned_data["code"]))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, typed: str) -> HttpResponse:
    """What is said of one document, and of a file held against it."""
    if _too_many(request):
        return _page(request, 429, sentence=TOO_MANY)
    known = verify.read_code(typed)
    document = Document.objects.filter(short_code=known).first() if known else None
    if document is None:
        return _page(request, 404, sentence=UNKNOWN if known else MALFORMED)
    told = {
        "code": verify.shown(known),
        "number": document.number or "（这种文书不编文号）",
        "body": Body.objects.filter(code=document.body_code).values_list("name", flat=True).first() or "",
        "day": document.drawn_on,
        "whole": digest(document.data) == document.data_sha256,
    }
    if request.method != "POST":
        return _page(request, told=told, file_form=FileForm())
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, 422, told=told, file_form=form)
    sha = hashlib.sha256()
    for chunk in form.cleaned_data["file"][0].chunks():
        sha.update(chunk)
    same = Rendition.objects.filter(document=document, sha256=sha.hexdigest()).exists()
    return _page(request, told=told, file_form=FileForm(), compared=True, same=same, sha256=sha.hexdigest())
