"""Pages of PDFs: counted, and bound into one file for the printer. The only place that reads PDFs."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from io import BytesIO
from typing import BinaryIO

log = logging.getLogger(__name__)


def page_count(content: bytes | BinaryIO) -> int | None:
    """How many pages a PDF has; None for what cannot be read (damaged, locked, no PDF)."""
    from pypdf import PdfReader  # here, because it costs a tenth of a second and few processes bind files

    try:
        reader = PdfReader(BytesIO(content) if isinstance(content, bytes) else content)
        return len(reader.pages)
    except Exception as error:  # a stranger's file may be broken in ways no list of errors knows
        log.warning("pages not counted: %s", type(error).__name__)
        return None


def bind(contents: Iterable[bytes], into: BinaryIO, *, duplex: bool = False) -> int:
    """Write all pages one after another as one PDF; gives their number. `duplex`: every document begins on a front
    side, an empty page is put in where the one before ends on one. The result is for printing, not for keeping.
    """
    from pypdf import PdfWriter

    writer = PdfWriter()
    for content in contents:
        writer.append(BytesIO(content), import_outline=False)
        if duplex and len(writer.pages) % 2:
            writer.add_blank_page()
    writer.write(into)
    return len(writer.pages)
