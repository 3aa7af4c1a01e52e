"""Tables as they come: cells as texts, row by row, each with its line. Encodings, workbooks, merged cells."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sanwei.audit.files import guard_zip, whole
from sanwei.audit.reading import SourceError

ENCODINGS = {"utf-8-sig": "UTF-8", "gb18030": "GB18030（GBK）"}
LONGEST = 1 << 20  # characters of one cell


@dataclass
class Grid:
    """One sheet. `rows`: (line in the file, texts of the cells; empty is ""). `joined`: merged areas as (first row,
    first column, last row, last column), rows counted as in `rows`.
    """

    name: str
    rows: list[tuple[int, list[str]]]
    joined: list[tuple[int, int, int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_text: bool = False  # a text file: a row shorter than the headings has lost a cell


def read_grids(path: Path) -> list[Grid]:
    """The sheets of a CSV, XLSX, XLS or Parquet file. SourceError where it cannot be read at all."""
    kind = path.suffix.lower()
    if path.stat().st_size == 0:
        raise SourceError(f"“{path.name}”是空文件，里面没有任何内容。请重新导出。")
    if kind in (".xlsx", ".xlsm", ".xls", ".et"):
        return _workbook(path)
    if kind == ".parquet":
        return [_parquet(path)]
    if path.name.lower().endswith((".csv", ".csv.gz", ".txt", ".tsv")):
        return [_csv(path)]
    raise SourceError(f"不认识“{path.name}”的格式。可以读 CSV、XLSX、XLS、Parquet，以及 XES、OCEL 2.0 日志。")


def _csv(path: Path) -> Grid:
    text, note = _decoded(path)
    csv.field_size_limit(LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows, begun = [], 1
    try:
        for cells in reader:
            rows.append((begun, [c.strip() for c in cells]))
            begun = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(
            f"“{path.name}”第 {begun} 行起的引号没有配对，后面的列都会错位，没有读取。请检查那一行的引号，或者另存为 XLSX。"
        ) from error
    return Grid(path.name, rows, notes=[note], is_text=True)


def _decoded(path: Path) -> tuple[str, str]:
    content = whole(path)
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding, said in ({"utf-16": "UTF-16"} if wide else ENCODINGS).items():
        try:
            return content.decode(encoding), f"文字编码是 {said}。"
        except UnicodeDecodeError as error:
            at = error.start
    line = content.count(b"\n", 0, at) + 1
    raise SourceError(
        f"“{path.name}”的文字编码既不是 UTF-8 也不是 GB18030（GBK），第 {line} 行就读不通。请用原系统重新导出为 UTF-8 的 CSV 或者 XLSX。"
    )


def _delimiter(text: str) -> str:
    """The mark that stands most often in the first lines."""
    head = text[:20_000]
    return max(",\t;|", key=head.count)


def read_typed(path: Path) -> pl.DataFrame:
    """A Parquet file with its own types. SourceError where it is none."""
    try:
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise SourceError(f"“{path.name}”不是完整的 Parquet 文件，请重新导出。") from error


def _parquet(path: Path) -> Grid:
    frame = read_typed(path)
    listed = [n for n, kind in frame.schema.items() if isinstance(kind, pl.List)]
    frame = frame.with_columns(pl.col(n).cast(pl.List(pl.String)).list.join("；") for n in listed)
    other = [n for n, kind in frame.schema.items() if kind != pl.String]
    texts = frame.with_columns(pl.col(n).cast(pl.String) for n in other).fill_null("")
    rows = [(0, list(texts.columns)), *((n, list(row)) for n, row in enumerate(texts.iter_rows(), 1))]
    return Grid(path.name, rows)


def _workbook(path: Path) -> list[Grid]:
    # loaded only when a workbook is read: the gate and the desk never need it
    from python_calamine import CalamineError, CalamineWorkbook

    if path.suffix.lower() in (".xlsx", ".xlsm"):
        guard_zip(path)
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            return [_sheet(book.get_sheet_by_name(name)) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        raise SourceError(
            f"“{path.name}”打不开：可能没有传完、设了密码，或者只是改了扩展名。请用办公软件打开后另存为 XLSX。"
        ) from error


def _sheet(sheet: object) -> Grid:
    values = sheet.to_python(skip_empty_area=False)  # type: ignore[attr-defined]
    rows = [(n, [_text(v) for v in row]) for n, row in enumerate(values, 1)]
    joined = [(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or ()]  # type: ignore[attr-defined]
    return Grid(sheet.name, rows, joined)  # type: ignore[attr-defined]


def _text(value: object) -> str:
    """A cell as a person reads it: days as 2024-05-06, whole numbers without a point."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value).strip()


def spread(grid: Grid, first: int) -> None:
    """Gives every cell of a merged area below row `first` the text of its first cell: a case number written once for
    five rows is that of all five.
    """
    for top, left, bottom, right in grid.joined:
        if top < first or bottom >= len(grid.rows):
            continue
        text = grid.rows[top][1][left]
        for _, cells in grid.rows[top : bottom + 1]:
            cells[left : right + 1] = [text] * (right - left + 1)


def filled(cells: Iterable[str]) -> int:
    return sum(bool(c) for c in cells)
