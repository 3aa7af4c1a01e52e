"""Exported sheets are safe to open and say when they were cut."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from sanwei.looks import sheets

HEAD = [("编号", 10), ("当事人", 20)]


def opened(content: bytes):
    return load_workbook(io.BytesIO(content)).active


@pytest.mark.parametrize("begun", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_that_looks_like_a_formula_stays_text(begun) -> None:
    evil = f"{begun}cmd|'/c calc'!A1"
    cell = opened(sheets.workbook("案件", HEAD, [["1", evil]]))["B2"]
    assert cell.data_type == "s"
    assert cell.value.startswith("'")
    assert "calc" in cell.value


def test_numbers_days_and_money_stay_what_they_are() -> None:
    moment = dt.datetime(2026, 4, 20, 2, tzinfo=dt.UTC)
    row = [-3, dt.date(2026, 4, 20), Decimal("300.05"), moment, None]
    sheet = opened(sheets.workbook("案件", [(str(n), 9) for n in range(5)], [row]))
    number, day, money, told, nothing = (cell.value for cell in sheet[2])
    assert (number, money, nothing) == (-3, 300.05, None)
    assert (day.isoformat(), told.isoformat()) == ("2026-04-20T00:00:00", "2026-04-20T10:00:00")


def test_a_sheet_that_was_cut_says_so_in_its_last_row() -> None:
    sheet = opened(sheets.workbook("案件", HEAD, ([n, "甲"] for n in range(4)), limit=3))
    assert [row[0].value for row in sheet.iter_rows(min_row=2)][:3] == [0, 1, 2]
    assert "只导出前 3 行" in sheet.cell(row=5, column=1).value
    assert sheet.max_row == 5


def test_a_sheet_that_is_whole_says_nothing() -> None:
    sheet = opened(sheets.workbook("案件", HEAD, ([n, "甲"] for n in range(3)), limit=3))
    assert sheet.max_row == 4


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    assert sheets.plain("甲\x00乙\x1b丙") == "甲乙丙"
    assert opened(sheets.workbook("a/b*c", HEAD, [["\x07", "甲"]])).title == "a b c"


def test_the_file_is_handed_out_under_its_chinese_name() -> None:
    answer = sheets.download("案件清单20260420", b"x")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer.headers["Content-Type"] == sheets.TYPE
