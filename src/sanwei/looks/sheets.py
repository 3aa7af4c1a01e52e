"""Tables as XLSX files that are safe to open: text never becomes a formula."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from itertools import islice

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

LIMIT = 5000
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What office programs take for the beginning of a formula, in half and full width.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Cell = str | int | float | bool | dt.date | dt.datetime | None


def plain(value: Cell) -> Cell:
    """A value as it goes into a cell: text that could be taken for a formula gets an apostrophe before it, moments lose
    their zone (in the agency's time), characters that no XML can hold are left out."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
    if not isinstance(value, str):
        return value
    text = _UNPRINTABLE.sub("", value)[:32_000]
    return f"'{text}" if text.startswith(_FORMULA) else text


def workbook(
    title: str, head: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]], *, limit: int = LIMIT
) -> bytes:
    """An XLSX file. `head`: (column name, width in letters); more than `limit` rows are cut, and the last row says
    so.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_UNPRINTABLE.sub("", re.sub(r"[\\/*?:\[\]]", " ", title))[:31])
    sheet.freeze_panes = "A2"
    for place, (_, width) in enumerate(head, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.append([_bold(sheet, name) for name, _ in head])
    given = iter(rows)
    for row in islice(given, limit):
        sheet.append([_cell(sheet, value) for value in row])
    if next(given, None) is not None:
        sheet.append([_bold(sheet, f"只导出前 {limit} 行，后面还有；请缩小筛选范围，分几次导出。")])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _bold(sheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet, value: Cell):
    told = plain(value)
    if not isinstance(told, str):
        return told
    cell = WriteOnlyCell(sheet, told)
    cell.data_type = "s"
    return cell


def download(name: str, content: bytes) -> HttpResponse:
    """The file as an answer, to be saved under `name` (without `.xlsx`)."""
    response = HttpResponse(content, content_type=TYPE)
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx")
    return response
