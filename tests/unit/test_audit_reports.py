"""The page, the workbook and the CSV of an examination; and the exit code a script reads."""

from __future__ import annotations

import json
import re

import pytest
from openpyxl import load_workbook

from sanwei.audit.run.tests import made
from sanwei.audit.scoring.sheet import sheets
from sanwei.cli import main


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("audit")
    made.folder(folder / "in")
    asked = ["audit", str(folder / "in"), "--out", str(folder / "out"), "--controls", ",".join(made.CODES), "--csv"]
    assert main(asked) == 1
    return folder / "out"


def test_the_page_fetches_nothing_and_says_first_what_was_not_assessed(out):
    page = (out / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"https?:|src=|href=|url\(|@import", page)
    assert page.index("没有审查") < page.index("查出什么") < page.index("按条款")
    assert page.count("<svg") == 3 and "〔2024〕案3号" in page


def test_the_workbook_has_a_sheet_a_body_and_a_sheet_a_clause_to_filter(out):
    book = load_workbook(out / "findings.xlsx")
    assert book.sheetnames[:3] == ["先看这一页", "=乙局", "某市甲局"]
    assert any("第六十一条" in name for name in book.sheetnames[3:])
    sheet = book["=乙局"]
    assert sheet.auto_filter.ref == "A1:M3" and sheet["A2"].value == "〔2024〕案3号"
    assert sheet["B2"].value == "=乙局" and sheet["B2"].data_type == "s"  # not a formula


def test_the_csv_has_every_obligation_and_the_summary_says_what_was_kept(out):
    lines = (out / "obligations.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 7
    told = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert next(iter(told)) == "not_assessable"
    assert told["obligations"]["kept"] == 3 and told["matters"] == {"all": 3, "wrong": 2, "undetermined": 0}


def test_exit_codes_tell_clean_from_not_done(tmp_path, capsys):
    made.folder(tmp_path / "in")
    asked = ["audit", str(tmp_path / "in"), "--out", str(tmp_path / "out")]
    assert main([*asked, "--controls", made.REVIEW, "--as-of", "2024-05-05"]) == 0  # the decision lies ahead
    assert main([*asked, "--controls", "case.nothing"]) == 2
    assert "没有以“case.nothing”开头的控制" in capsys.readouterr().err
    assert main(["audit", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]) == 2


def test_a_case_file_is_scored_and_what_is_open_is_left_to_a_person(tmp_path, capsys):
    made.folder(tmp_path / "in")
    asked = ["score", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--case"]
    assert main([*asked, "〔2024〕案1号,案3"]) == 0
    good, bad = json.loads((tmp_path / "out" / "scores.json").read_text(encoding="utf-8"))
    review = next(v.key for v in sheets()["MEE2024"].vetoes if "case.legal-review-first" in v.controls)
    states = [{line["key"]: line["state"] for line in told["lines"]} for told in (good, bad)]
    assert (states[0][review], states[1][review]) == ("good", "bad")
    assert bad["vetoed"] and bad["most"] == 0 and good["open"]
    page = (tmp_path / "out" / "〔2024〕案1号.html").read_text(encoding="utf-8")
    assert "评查人：＿" in page and "□ 待评查人判断" in page
    assert main([*asked, "没有这一件"]) == 2
    assert "没有案号（标识）为“没有这一件”的案件" in capsys.readouterr().err
