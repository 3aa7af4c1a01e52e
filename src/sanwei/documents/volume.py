"""One volume of a file as one PDF: documents, scans and pictures one after another, each page with its number.

The number stands at the upper right corner, where the archive writes it by hand. The result is for reading and for the
printer, not for keeping: what is bound in keeps its own file and its own hash.
"""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import typst

from . import fonts
from .errors import RenderFailed

# Width and height of a number's label, and its distance from the corner: in points.
WIDE, HIGH, AWAY = 44, 18, 20
_LABELS = """
#set page(width: {wide}pt, height: {high}pt, margin: 0pt, fill: white)
#set text(size: 11pt, font: ("Noto Serif CJK SC", "FandolSong"))
#for n in sys.inputs.numbers.split(",") {{ page(align(center + horizon, n)) }}
"""
_SHEET = """
#set page("a4", margin: 25mm)
#set text(size: 14pt, lang: "zh", font: ("FangSong", "FandolFang R", "FandolFang", "Noto Serif CJK SC"))
#set par(leading: 1em)
#align(center + horizon, sys.inputs.text)
"""
_PICTURE = """
#set page("a4", margin: (x: 18mm, top: 24mm, bottom: 18mm))
#align(center + horizon, image("picture", format: "{kind}", width: 100%, height: 100%, fit: "contain"))
"""


class Volume:
    """A volume in the making. `numbered` counts the pages that carry a number."""

    def __init__(self) -> None:
        from pypdf import PdfWriter  # here, because it costs a tenth of a second and few processes bind files

        self._writer = PdfWriter()
        self._numbers: list[tuple[int, int]] = []  # (place in the file, number)

    def __len__(self) -> int:
        return len(self._writer.pages)

    def add(self, pdf: bytes, first: int = 0) -> int:
        """All pages of a PDF, numbered from `first`; 0: none of them. Gives how many. Raises RenderFailed when it
        cannot be read.
        """
        at = len(self)
        try:
            self._writer.append(BytesIO(pdf), import_outline=False)
        except Exception as error:  # a stranger's file may be broken in ways no list of errors knows
            raise RenderFailed("文件损坏或者加密，不能编入") from error
        count = len(self) - at
        if first:
            self._numbers += [(at + n, first + n) for n in range(count)]
        return count

    def add_picture(self, content: bytes, kind: str, first: int) -> int:
        """A sheet with a picture (`kind` png or jpg) on it. Raises RenderFailed when it cannot be read."""
        return self.add(_compiled(_PICTURE.format(kind=kind), picture=content), first)

    def add_words(self, text: str, first: int = 0) -> int:
        """A sheet that stands for what is not bound in, and says why."""
        return self.add(_compiled(_SHEET, text=text), first)

    def write(self, into: BinaryIO) -> int:
        """Number the pages and write the file; gives how many pages it has. Call once."""
        from pypdf import PdfReader

        if self._numbers:
            source = _LABELS.format(wide=WIDE, high=HIGH)
            labels = PdfReader(BytesIO(_compiled(source, numbers=",".join(str(n) for _, n in self._numbers))))
            for (place, _), label in zip(self._numbers, labels.pages, strict=True):
                page = self._writer.pages[place]
                if page.rotation:
                    page.transfer_rotation_to_content()
                box = page.cropbox
                page.merge_translated_page(label, float(box.right) - AWAY - WIDE, float(box.top) - AWAY - HIGH)
        self._writer.write(into)
        return len(self)


def _compiled(source: str, picture: bytes = b"", **told: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="sanwei-volume-") as folder:
        (Path(folder) / "sheet.typ").write_text(source, encoding="utf-8")
        if picture:
            (Path(folder) / "picture").write_bytes(picture)
        try:
            return typst.compile(
                str(Path(folder) / "sheet.typ"), root=folder, font_paths=fonts.fonts(), sys_inputs=told
            )
        except (typst.TypstError, RuntimeError) as error:
            raise RenderFailed("图片打不开，不能编入") from error
