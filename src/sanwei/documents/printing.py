"""Printing many documents at once: choose, wait while they are made, fetch one PDF or a ZIP.

Nothing is queued and no worker is needed: every look at the page of a batch makes documents for a second or so and says
how many are done; the page asks again by itself until all are. A batch that is left lying is taken up where it stopped.
The choice is kept in the session, so it is nobody else's.
"""

from __future__ import annotations

import secrets
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import access, bind
from .drawing import rendition, rendition_bytes
from .errors import DocumentError
from .models import Document, Rendition

KEY, BATCHES = "print", 5  # so many batches of one person are kept
MOST, MATTERS = 500, 50  # documents of a batch; matters of a page
SLICE = 1.2  # seconds of work for one look at the page
TYPES = {"pdf": "application/pdf", "zip": "application/zip"}


def _ids(given: Iterable[str]) -> list[UUID]:
    found = []
    for text in given:
        try:
            found.append(UUID(text))
        except ValueError:
            raise Http404 from None
    return list(dict.fromkeys(found))


def _of_matters(request: HttpRequest, matters: list[UUID]) -> list[Document]:
    """Documents of these matters that this person may read, in the order of the matters and of drawing up."""
    held = [str(m) for m in matters[:MATTERS]]
    documents = Document.objects.filter(matter_id__in=held, replaced_by=None).defer("data").order_by("drawn_at", "id")
    place = {m: n for n, m in enumerate(held)}
    return sorted(_mine(request, documents), key=lambda d: place[d.matter_id])


def _mine(request: HttpRequest, documents: Iterable[Document]) -> list[Document]:
    """Those this person may read; every matter is asked about once."""
    may: dict[tuple[str, str], bool] = {}
    found = []
    for d in documents:
        key = (d.matter_kind, d.matter_id)
        if key not in may:
            may[key] = access.allowed(request, *key)
        if may[key]:
            found.append(d)
    return found


@login_required
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """The documents of one or several matters to choose from; posted, a batch begins."""
    if request.method == "POST":
        return _begin(request)
    documents = _of_matters(request, _ids(request.GET.getlist("matter")))
    if not documents:
        raise Http404
    return _choosing(request, documents)


def _choosing(request: HttpRequest, documents: list[Document], wrong: str = "") -> HttpResponse:
    names = access.names({(d.matter_kind, d.matter_id) for d in documents})
    groups: dict[str, dict[str, Any]] = {}
    for d in documents:
        group = groups.setdefault(
            d.matter_id, {"id": d.matter_id, "name": names[d.matter_kind, d.matter_id], "papers": []}
        )
        group["papers"].append(d)
    shown = {"groups": list(groups.values()), "most": MOST, "wrong": wrong}
    return render(request, "documents/choose.html", shown, status=422 if wrong else 200)


def _begin(request: HttpRequest) -> HttpResponse:
    """Whole matters and single documents, each once."""
    whole, single = _ids(request.POST.getlist("whole")), _ids(request.POST.getlist("document"))
    chosen = [d.pk for d in _of_matters(request, whole)]
    listed = Document.objects.filter(pk__in=single).defer("data").order_by("drawn_at", "id")
    chosen += [d.pk for d in _mine(request, listed) if d.pk not in set(chosen)]
    if not chosen or len(chosen) > MOST:
        wrong = f"一次最多 {MOST} 件，现在选了 {len(chosen)} 件，请分几次打印" if chosen else "请至少选择一件文书"
        documents = _of_matters(request, _ids(request.POST.getlist("matter")))
        if not documents:
            raise Http404
        return _choosing(request, documents, wrong)
    batches = request.session.get(KEY, {})
    name = secrets.token_hex(8)
    kept = dict(list(batches.items())[-(BATCHES - 1) :])
    request.session[KEY] = kept | {name: {"documents": [str(pk) for pk in chosen], "failed": {}}}
    return redirect("documents:batch", name)


def _batch(request: HttpRequest, name: str) -> dict[str, Any]:
    batch = request.session.get(KEY, {}).get(name)
    if batch is None:
        raise Http404
    return batch


def _documents(request: HttpRequest, batch: dict[str, Any]) -> list[Document]:
    """The documents of a batch in the order chosen, as far as they may still be read."""
    ids = _ids(batch["documents"])
    found = {d.pk: d for d in _mine(request, Document.objects.filter(pk__in=ids).defer("data"))}
    return [found[pk] for pk in ids if pk in found]


@login_required
@never_cache
@require_safe
def batch(request: HttpRequest, name: str) -> HttpResponse:
    """How far a batch is; looking at it brings it forward."""
    held = _batch(request, name)
    documents = _documents(request, held)
    failed: dict[str, str] = held["failed"]
    done = set(_made(documents))
    left = [d for d in documents if d.pk not in done and str(d.pk) not in failed]
    until = time.monotonic() + SLICE
    for document in left:
        try:
            rendition(document, "pdf")
        except DocumentError as error:
            failed[str(document.pk)] = f"{document}：{error}"
            request.session.modified = True
        done.add(document.pk)
        if time.monotonic() > until:
            break
    gone = len(done | {UUID(pk) for pk in failed})
    whole = len(documents)
    shown = {
        "name": name,
        "whole": whole,
        "done": gone,
        "percent": gone * 100 // whole if whole else 100,
        "ready": gone >= whole,
        "good": whole - len(failed),
        "failed": list(failed.values()),
    }
    return render(request, "documents/batch.html", shown)


def _made(documents: list[Document]) -> Iterator[UUID]:
    ids = [d.pk for d in documents]
    yield from Rendition.objects.filter(document_id__in=ids, kind="pdf").values_list("document_id", flat=True)


@login_required
@never_cache
@require_safe
def fetch(request: HttpRequest, name: str, kind: str) -> HttpResponseBase:
    """The batch as one PDF (every document begins on a front side) or as a ZIP of PDFs."""
    if kind not in TYPES:
        raise Http404
    held = _batch(request, name)
    documents = [d for d in _documents(request, held) if str(d.pk) not in held["failed"]]
    if not documents:
        raise Http404
    if request.method == "GET":
        access.going_out(request, documents, f"成批，{kind.upper()}")
    into = tempfile.SpooledTemporaryFile(max_size=8 * 1024 * 1024)  # noqa: SIM115  the response closes it
    if kind == "pdf":
        bind.bind((content for _, content in contents(documents)), into, duplex=True)
    else:
        pack(documents, into)
    into.seek(0)
    return FileResponse(into, as_attachment=True, filename=f"文书{len(documents)}件.{kind}", content_type=TYPES[kind])


def contents(documents: Iterable[Document]) -> Iterator[tuple[Document, bytes]]:
    """Each document with its PDF, verified; one at a time, so that many need no more memory than one."""
    for document in documents:
        yield document, rendition_bytes(rendition(document, "pdf"))


def pack(documents: Iterable[Document], into: BinaryIO) -> int:
    """Write the PDFs as a ZIP; gives how many. PDFs are packed already, so they are only laid side by side."""
    count = 0
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as archive:
        for count, (document, content) in enumerate(contents(documents), start=1):
            archive.writestr(f"{count:05d} {document.file_stem}.pdf", content)
    return count
