"""The two volumes of a case in their order: documents with their scans, then what else was handed in, with pages.

The main volume may be read by the party; internal approvals and the record of deliberation lie in the second. Where a
document belongs is said by its form (`file` in form.yaml), so a new form needs no Python.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows
from sanwei.documents import bind, forms
from sanwei.documents.drawing import page_count, upload_bytes
from sanwei.documents.errors import DocumentError, FormError
from sanwei.documents.models import Document, Upload
from sanwei.documents.package import Form

VOLUMES = {"main": "正卷", "second": "副卷"}
# The cover, the catalogue and the closing table frame the volume; they are not leaves of it.
FRAME = frozenset({"archive_cover", "archive_catalogue", "archive_note"})
HANDED_IN = 150  # what was handed in with acts lies between the records and the notices
SIGNED, MISSING, ELECTRONIC = "签", "缺", "电"


@dataclass(frozen=True)
class Leaf:
    """One thing in a volume. `pages`: how many, None where nobody could count them, 0 for what has none; `first`: the
    page it begins on; `missing`: who should have signed and has not; `files`: scans or files handed in.
    """

    volume: str
    place: int
    day: object
    title: str
    number: str = ""
    pages: int | None = None
    first: int = 0
    missing: tuple[str, ...] = ()
    signed: bool = False
    document: Document | None = None
    files: tuple[Upload, ...] = ()

    @property
    def span(self) -> str:
        """The pages it covers, as the catalogue says them."""
        if not self.pages:
            return "" if self.pages == 0 else "—"
        last = self.first + self.pages - 1
        return str(self.first) if last == self.first else f"{self.first}—{last}"

    @property
    def mark(self) -> str:
        """The word in the last column of the catalogue."""
        return SIGNED if self.signed else MISSING if self.missing else ELECTRONIC if self.pages == 0 else ""


def form_of(document: Document) -> Form | None:
    """The form a document was drawn up on; None where the law files no longer have it."""
    try:
        return forms.load(document.form_code, document.drawn_on)
    except FormError:
        return None


def scans(rows: Rows) -> dict[str, list[Row]]:
    """Document → its scans, the latest last."""
    found: dict[str, list[Row]] = {}
    for row in rows.all("scan"):
        found.setdefault(row.get("scan_document", ""), []).append(row)
    return found


def signatures(document: Document) -> tuple[str, ...]:
    """Who has to sign a document by hand, as its form declares."""
    return signers(document.form_code, document.drawn_on)


def signers(code: str, day: dt.date) -> tuple[str, ...]:
    """Who signs by hand what is drawn up on the form `code` of that day; nobody where the law files have no such."""
    try:
        form = forms.load(code, day)
    except FormError:
        return ()
    return tuple(dict.fromkeys(_who(s.label) for s in form.signatures))


def _who(label: str) -> str:
    """The words before the brackets: 当事人（签名或者盖章） → 当事人."""
    return label.partition("（")[0]


def papers(case_id: object, *, words: bool = False) -> list[Document]:
    """Documents of the case that no later version replaces. One query; `words` brings their content too."""
    found = Document.objects.filter(matter_kind="case", matter_id=str(case_id), replaced_by=None)
    found = found.exclude(form_code__in=FRAME).order_by("drawn_at", "form_code", "id")
    return list(found if words else found.defer("data"))


def drawn(ctx: Context) -> list:
    """What was drawn up in the case, the earliest first, without its words: (pk, title, number, drawn_on, version,
    form_code, replaced_by). Asked once for each context: the gate and the page both want it.
    """
    if "drawn" not in ctx.held:
        found = Document.objects.filter(matter_kind="case", matter_id=str(ctx.matter.pk)).order_by("drawn_at", "id")
        fields = ("pk", "title", "number", "drawn_on", "version", "form_code", "replaced_by")
        ctx.held["drawn"] = list(found.values_list(*fields, named=True))
    return ctx.held["drawn"]


def missing(one, back: dict[str, list[Row]]) -> tuple[str, ...]:
    """Who has not signed one of `drawn`; nobody where a scan is back, where a later version stands, or of the frame."""
    if str(one.pk) in back or one.replaced_by or one.form_code in FRAME:
        return ()
    return signers(one.form_code, one.drawn_on)


def unsigned(documents: Iterable[Document], rows: Rows) -> list[Document]:
    """Those that have to be signed by hand and of which no scan was attached."""
    back = scans(rows)
    return [d for d in documents if str(d.pk) not in back and signatures(d)]


def leaves(case_id: object, rows: Rows) -> list[Leaf]:
    """Everything in the volumes, in order, with pages. Documents nobody has printed yet are rendered to count them."""
    back = scans(rows)
    uploads = {str(u.pk): u for u in Upload.objects.filter(matter_kind="case", matter_id=str(case_id))}
    found = [_paper(d, back.get(str(d.pk), []), uploads) for d in papers(case_id, words=True)]
    of_scans = {name for rows_of in back.values() for row in rows_of for name in row.get("scan_files", [])}
    found += [_handed_in(u) for name, u in uploads.items() if name not in of_scans]
    return numbered(found)


def numbered(found: list[Leaf]) -> list[Leaf]:
    """The same in order, each volume's pages counted from one."""
    ordered = sorted(found, key=lambda leaf: (leaf.volume, leaf.place, leaf.day, leaf.title))
    page, out = dict.fromkeys(VOLUMES, 1), []
    for leaf in ordered:
        out.append(replace(leaf, first=page[leaf.volume]))
        page[leaf.volume] += leaf.pages or 0
    return out


def _paper(document: Document, back: list[Row], uploads: dict[str, Upload]) -> Leaf:
    form, last = form_of(document), back[-1] if back else None
    volume, place = (form.file.volume, form.file.place) if form else ("main", 500)
    title = f"{document.title}（第{document.version}版）" if document.version > 1 else document.title
    missing = () if last else signatures(document)
    files = tuple(uploads[n] for n in last.get("scan_files", []) if n in uploads) if last else ()
    pages = (last["scan_pages"] if last else None) or _counted(document)
    return Leaf(
        volume, place, document.drawn_on, title, document.number, pages, missing=missing, signed=bool(last),
        document=document, files=files,
    )  # fmt: skip


def _counted(document: Document) -> int | None:
    try:
        return page_count(document)
    except DocumentError:  # no Chinese font, or its words were changed: the catalogue says so by a dash
        return None


def _handed_in(upload: Upload) -> Leaf:
    day = upload.taken_on or upload.uploaded_at.date()
    title = f"{upload.note}：{upload.original_name}" if upload.note else upload.original_name
    return Leaf("main", HANDED_IN, day, title, pages=pages_of(upload), files=(upload,))


def pages_of(upload: Upload) -> int | None:
    """Pages of a file that was handed in: a picture has one, a recording none."""
    if upload.is_picture:
        return 1
    if upload.content_type != "application/pdf":
        return 0
    try:
        return bind.page_count(upload_bytes(upload))
    except DocumentError:
        return None
