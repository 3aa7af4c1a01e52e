"""A workbook a supervisor can filter: what to know first, then a sheet a body and a sheet a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import polars as pl
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from sanwei.audit.run.examining import Found
from sanwei.audit.run.summary import label
from sanwei.controls.verdict import Verdict

from .numbers import WRONG, by_clause, findings

MOST = 5_000  # rows a sheet
SHEETS = 200
HELD = 1_000_000  # findings the workbook is made of, the worst first
COLUMNS = (
    ("number", "案号", 26),
    ("body", "机关", 20),
    ("state", "结论", 9),
    ("title", "控制", 34),
    ("clause", "条款", 40),
    ("since", "起算日", 12),
    ("due", "到期日", 12),
    ("done", "完成日", 12),
    ("discharged_by", "以何为完成", 18),
    ("reason", "原因", 70),
    ("control", "控制代码", 28),
    ("case_id", "事项标识", 38),
    ("row", "行", 38),
)
HEAD, FILL = Font(bold=True), PatternFill("solid", fgColor="F1F4F8")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_workbook(found: Found, out: Path) -> Path:
    """`findings.xlsx`. A sheet that would be longer than `MOST` rows says how many it leaves out."""
    book, names = Workbook(write_only=True), _Names()
    _first(book, found, names)
    told = _held(found)
    by_body = told.group_by("body").len().sort(["len", "body"], descending=[True, False])
    for body, n in by_body.head(SHEETS).iter_rows():
        _sheet(book, names(body), told.filter(pl.col("body") == body), n)
    wrong = told.filter(pl.col("state") != Verdict.UNDETERMINED.label)
    cited = wrong.with_row_index("at").select("at", pl.col("clause").str.split("；").alias("cite")).explode("cite")
    for clause, n in by_clause(found)[:SHEETS]:
        _sheet(book, names(clause), wrong[cited.filter(pl.col("cite") == clause)["at"]], n)
    file = out / "findings.xlsx"
    book.save(file)
    return file


def write_csv(found: Found, out: Path) -> Path:
    """`obligations.csv`, all of them; text that a spreadsheet would take for a formula is told to be text."""
    file = out / "obligations.csv"
    lazy = pl.scan_parquet(found.obligations)
    texts = [n for n, dtype in lazy.collect_schema().items() if dtype == pl.String]
    risky = [
        pl.when(pl.col(n).str.contains(r"^[=+\-@\t\r]"))
        .then(pl.concat_str(pl.lit("'"), n))
        .otherwise(pl.col(n))
        .alias(n)
        for n in texts
    ]
    lazy.with_columns(risky).sink_csv(file, include_bom=True)
    return file


class _Names:
    """Names of sheets: at most 31 signs, none of those the format forbids, none twice."""

    def __init__(self):
        self.used: set[str] = set()

    def __call__(self, words: str) -> str:
        short = (_FORBIDDEN.sub("", words) or "未记录")[:31]
        name, n = short, 2
        while name.lower() in self.used:
            name, n = f"{short[: 28 - len(str(n))]}（{n}）", n + 1
        self.used.add(name.lower())
        return name


def _first(book: Workbook, found: Found, names: _Names) -> None:
    sheet = book.create_sheet(names("先看这一页"))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 40, 24
    sheet.column_dimensions["C"].width = 90
    known, matters = found.question.titles, found.whole.matters
    said = [("没有审查的控制（来源里没有所需的内容，不等于合规）", len(found.missing), "缺少的内容")]
    said += [(known[c], c, "、".join(map(label, gone))) for c, gone in sorted(found.missing.items())]
    said += [("来源", found.question.path.name, f"以 {found.question.as_of} 为今天"), ("审查件数", matters["all"], "")]
    said += [("有问题的", matters["wrong"], ""), ("只有无法判定的", matters["undetermined"], "")]
    said += [(f"义务：{v.label}", n, "") for v, n in found.counts().items()]
    said += [("其后各页", "", f"先按机关、再按条款；每页最多 {MOST:,} 行，全部在 obligations.parquet 里")]
    for row in said:
        sheet.append([_cell(sheet, value) for value in row])


def _held(found: Found) -> pl.DataFrame:
    """The findings, the worst first, read once: a sheet of them is a cut of what is in memory."""
    told = findings(found, *WRONG, Verdict.UNDETERMINED).sort(
        ["verdict", "control", "number"], descending=[True, False, False]
    )
    return told.select(c for c, _, _ in COLUMNS).head(HELD).collect(engine="streaming")


def _sheet(book: Workbook, name: str, told: pl.DataFrame, n: int) -> None:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for at, (_, _, width) in enumerate(COLUMNS):
        sheet.column_dimensions[chr(ord("A") + at)].width = width
    last = chr(ord("A") + len(COLUMNS) - 1)
    sheet.auto_filter.ref = f"A1:{last}{min(n, MOST) + 1}"
    sheet.append(_heads(sheet))
    for row in told.head(MOST).iter_rows():
        sheet.append([_cell(sheet, value) for value in row])
    n = max(n, told.height)
    if n > MOST:
        sheet.append([_cell(sheet, f"另有 {n - MOST:,} 行没有写在这里，见 obligations.parquet。")])


def _heads(sheet: WriteOnlyWorksheet) -> Sequence[WriteOnlyCell]:
    cells = [WriteOnlyCell(sheet, title) for _, title, _ in COLUMNS]
    for cell in cells:
        cell.font, cell.fill, cell.alignment = HEAD, FILL, Alignment(vertical="top")
    return cells


def _cell(sheet: WriteOnlyWorksheet, value: object) -> object:
    """Text stays text: what begins like a formula is not one."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        cell = WriteOnlyCell(sheet, value)
        cell.data_type = "s"
        return cell
    return value
