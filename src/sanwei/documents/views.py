"""Files are handed out here and nowhere else: after sign-in, by the rule of the matter, verified, as attachments."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from . import access, sniff
from .drawing import rendition, rendition_bytes, upload_bytes
from .errors import DocumentError, FileAltered
from .models import Document, Rendition, Upload

log = logging.getLogger(__name__)

# `sandbox` without words: opened anyhow, it runs no script, sends no form and is of no origin.
SANDBOX = "default-src 'none'; sandbox"
CONTENT_TYPES = {
    Rendition.Kind.PDF: sniff.KINDS["pdf"].content_type,
    Rendition.Kind.DOCX: sniff.KINDS["docx"].content_type,
}
View = Callable[..., HttpResponse]


def _says_what_is_wrong(view: View) -> View:
    """A document that cannot be handed out gets a page with the sentence: 409 altered, 503 cannot be rendered now."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except DocumentError as error:
            altered = isinstance(error, FileAltered)
            log.error("%s: %s", request.path, error)
            return render(
                request,
                "documents/trouble.html",
                {"sentence": str(error), "altered": altered, "request_id": getattr(request, "request_id", "")},
                status=409 if altered else 503,
            )

    return answering


def _find(request: HttpRequest, model: type[Document] | type[Upload], pk: UUID) -> Any:
    """The row, or 404: the same for what does not exist and for what is not this reader's."""
    found = model.objects.filter(pk=pk).first()
    if found is None or not access.allowed(request, found.matter_kind, found.matter_id):
        raise Http404
    log.info("read %s %s by %s", model.__name__, pk, request.user.pk)
    return found


def _answer(content: bytes, content_type: str, name: str, *, attachment: bool = True) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": content_disposition_header(attachment, name),
            "Content-Security-Policy": SANDBOX,
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store, private",
        },
    )


@require_safe
@login_required
@_says_what_is_wrong
def file(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """A document as PDF or DOCX."""
    if kind not in Rendition.Kind.values:
        raise Http404
    document = _find(request, Document, pk)
    content = rendition_bytes(rendition(document, kind))
    if request.method == "GET":
        access.going_out(request, [document], kind.upper())
    return _answer(content, CONTENT_TYPES[Rendition.Kind(kind)], f"{document.file_stem}.{kind}")


@require_safe
@login_required
@_says_what_is_wrong
def upload(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A file that was handed in, for saving."""
    found = _find(request, Upload, pk)
    return _answer(upload_bytes(found), found.content_type, found.original_name)


@require_safe
@login_required
@_says_what_is_wrong
def preview(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A picture to look at in a page: only what is still a JPEG or PNG by its bytes; 404 for anything else."""
    found = _find(request, Upload, pk)
    content = upload_bytes(found)
    seen = sniff.looks_like(content[: sniff.HEAD]) & {"jpeg", "png"}
    if not seen or not found.is_picture:
        raise Http404
    return _answer(content, sniff.KINDS[seen.pop()].content_type, found.original_name, attachment=False)
