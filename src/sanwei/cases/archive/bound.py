"""The volumes of a case as two PDFs with the page numbers of the catalogue: cover, catalogue, leaves, closing table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

from sanwei.documents.drawing import upload_bytes
from sanwei.documents.errors import DocumentError
from sanwei.documents.models import Document, Upload
from sanwei.documents.volume import Volume

from .volume import FRAME, VOLUMES, Leaf, pages_of

_LAST = "archive_note"
Words = Callable[[str], str]


class Bound:
    """Both volumes in the making. `rendered(document)` gives the PDF of one of the frame; `words` masks what is
    written on sheets; `files`: whether what was handed in is bound in too.
    """

    def __init__(self, case_id: object, rendered: Callable[[Document], bytes], words: Words, *, files: bool) -> None:
        self._rendered, self._words, self._files = rendered, words, files
        self._volumes = {code: Volume() for code in VOLUMES}
        self._frame = list(_frame(case_id))
        self.faults: list[str] = []
        for code, document in self._frame:
            if document.form_code != _LAST:
                self._try(f"{document}", lambda c=code, d=document: self._volumes[c].add(rendered(d)))

    def add(self, leaf: Leaf, pdf: bytes | None) -> None:
        """The next leaf; `pdf`: of its document, as it goes out."""
        volume = self._volumes[leaf.volume]
        if self._files and leaf.files and self._covers(leaf):
            place = leaf.first
            for upload in leaf.files:
                place += self._try(f"{upload}", lambda u=upload, p=place: _handed_in(volume, u, p)) or 0
        elif pdf is not None:
            self._try(leaf.title, lambda: volume.add(pdf, leaf.first))
        elif leaf.pages:
            said = f"{self._words(leaf.title)}\n\n第 {leaf.span} 页，没有随本次导出。"
            self._try(leaf.title, lambda: volume.add_words(said, leaf.first))

    def written(self, code: str) -> bytes | None:
        """The PDF of a volume; None where it holds nothing. Call once for each."""
        volume = self._volumes[code]
        for own, document in self._frame:
            if own == code and document.form_code == _LAST:
                self._try(f"{document}", lambda d=document: volume.add(self._rendered(d)))
        if not len(volume):
            return None
        into = BytesIO()
        return into.getvalue() if self._try(VOLUMES[code], lambda: volume.write(into)) else None

    def _covers(self, leaf: Leaf) -> bool:
        """Whether the files have just the pages the catalogue says; a scan of several papers has more."""
        return bool(leaf.pages) and sum(pages_of(u) or 0 for u in leaf.files) == leaf.pages

    def _try(self, what: str, add: Callable[[], int]) -> int | None:
        try:
            return add()
        except DocumentError as error:
            self.faults.append(f"编页的全卷中“{self._words(what)}”：{error}")
            return None


def _frame(case_id: object) -> Iterator[tuple[str, Document]]:
    """(volume, document) of the covers, catalogues and closing tables that stand, in this order."""
    codes = {label: code for code, label in VOLUMES.items()}
    found = Document.objects.filter(
        matter_kind="case", matter_id=str(case_id), form_code__in=FRAME, replaced_by=None
    ).order_by("drawn_at", "id")
    latest = {(d.form_code, d.data["f"].get("volume", "")): d for d in found}
    for form in ("archive_cover", "archive_catalogue", _LAST):
        yield from ((codes[label], d) for (code, label), d in latest.items() if code == form and label in codes)


def _handed_in(volume: Volume, upload: Upload, first: int) -> int:
    content = upload_bytes(upload)
    if upload.is_picture:
        return volume.add_picture(content, "png" if upload.content_type == "image/png" else "jpg", first)
    return volume.add(content, first)
