"""Drawing up documents and handing out their files."""

import logging
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from sanwei import clock

from . import bind, files, forms
from .docx import render_docx
from .errors import FileAltered
from .fill import digest, fill
from .models import Document, Rendition, Upload
from .package import Form
from .pdf import make_pdf

log = logging.getLogger(__name__)


def draw_up(
    *,
    matter_kind: str,
    matter_id: str,
    body_code: str,
    officer_code: str,
    form: str | Form,
    context: Mapping[str, Any],
    number: str,
    on: date,
    version: int = 1,
    replaces: Document | None = None,
    act: str = "",
) -> Document:
    """An unsaved document, filled from `context`; the act saves it.

    `act` draws it up: a form that names the acts that issue it is sealed only when one of them does.

    `form` is a code (the version in force on `on` is taken) or a loaded form. `number` comes from the journal, "" where
    the form has none. A document that replaces another is at least its next version.
    Raises FieldsMissing, FieldWrong or FormError.
    """
    package = forms.load(form, on) if isinstance(form, str) else form
    data = fill(package, {**context, "document": {"number": number, "day": on}})
    return Document(
        matter_kind=matter_kind,
        matter_id=str(matter_id),
        body_code=body_code,
        officer_code=officer_code,
        form_code=package.code,
        form_version=package.version,
        number=number,
        title=package.title,
        version=max(version, replaces.version + 1) if replaces else version,
        replaces=replaces,
        sealed=package.sealed_by(act),
        data=data,
        data_sha256=digest(data),
        drawn_on=on,
        drawn_at=clock.now(),
    )


def rendition(document: Document, kind: str) -> Rendition:
    """The PDF or DOCX (`kind` "pdf" or "docx") of a saved document, rendered at first demand and kept from then on.

    Two demands at once both get the one that was written first. Raises FileAltered when the words of the document are
    not those it was drawn up with, FontsMissing or RenderFailed.
    """
    kept = Rendition.objects.filter(document=document, kind=kind).first()
    if kept:
        kept.document = document
        return kept
    if digest(document.data) != document.data_sha256:
        raise FileAltered(f"“{document}”的内容与制作时的校验值不一致，可能被改动，不能生成文件。请联系系统管理员核查。")
    content, note = _render(document, Rendition.Kind(kind))
    name, sha256, size = files.keep([content])
    mine = Rendition(document=document, kind=kind, stored_name=name, sha256=sha256, size=size, note=note)
    # No lock: the unique constraint lets one of several writers win, the others take the winner's.
    Rendition.objects.bulk_create([mine], ignore_conflicts=True)
    won = Rendition.objects.get(document=document, kind=kind)
    if won.stored_name != name:
        files.drop(name)
    won.document = document
    return won


def _render(document: Document, kind: Rendition.Kind) -> tuple[bytes, str]:
    form = forms.load(document.form_code, document.drawn_on, document.form_version)
    if form.version != document.form_version:
        log.warning("form %s: drawn as %s, rendered as %s", form.code, document.form_version, form.version)
    if kind is Rendition.Kind.DOCX:
        return render_docx(form, document.data, code=document.short_code, sealed=document.sealed), ""
    pdf = make_pdf(
        form,
        document.data,
        on=document.drawn_on,
        seal=seal_of(document.body_code),
        code=document.short_code,
        sealed=document.sealed,
    )
    return pdf.content, pdf.note


def page_count(document: Document) -> int | None:
    """Pages of the PDF of a document, from the file that is kept or, where none is, from one made for the count.

    None where it cannot be counted. Writes nothing. Raises FileAltered, FontsMissing or RenderFailed.
    """
    kept = Rendition.objects.filter(document=document, kind=Rendition.Kind.PDF).first()
    content = rendition_bytes(kept) if kept else _render(document, Rendition.Kind.PDF)[0]
    return bind.page_count(content)


def rendition_bytes(of: Rendition) -> bytes:
    """The verified bytes of a rendition. Raises FileAltered."""
    return files.fetch(of.stored_name, of.sha256, of.size, f"{of.document}")


def upload_bytes(of: Upload) -> bytes:
    """The verified bytes of an upload. Raises FileAltered."""
    return files.fetch(of.stored_name, of.sha256, of.size, of.original_name)


def seal_of(body_code: str) -> bytes | None:
    """The seal image of a body, `<body code>.png` in the folder of setting SANWEI_SEALS; None: a sample is drawn."""
    folder = getattr(settings, "SANWEI_SEALS", None)
    if not folder or not re.fullmatch(r"[\w-]{1,40}", body_code):
        return None
    file = Path(folder) / f"{body_code}.png"
    content = file.read_bytes() if file.is_file() else b""
    if content and not content.startswith(b"\x89PNG\r\n\x1a\n"):
        log.warning("seal %s is no PNG", file)
        return None
    return content or None


def orphans(older_than: timedelta = timedelta(hours=24)) -> list[Path]:
    """Stored files that no row names: acts that failed after their files were written."""
    known = set(Rendition.objects.values_list("stored_name", flat=True))
    known |= set(Upload.objects.values_list("stored_name", flat=True))
    return list(files.orphans(known, older_than))


def sweep(older_than: timedelta = timedelta(hours=24)) -> int:
    """Remove the orphans; gives how many."""
    found = orphans(older_than)
    for file in found:
        file.unlink(missing_ok=True)
    return len(found)
