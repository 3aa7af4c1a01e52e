"""The command line over foreign sources: a log against its rulebook, a mapping proposed for a table."""

import argparse
import json
from pathlib import Path

import polars as pl
import pytest

from sanwei.audit.cli import add_commands
from sanwei.audit.source import open_source

LOG = "案号,环节,日期\n甲,决定,2024-05-06\n甲,送达,2024-05-14\n乙,决定,2024-05-06\n乙,送达,2024-05-06\n丙,决定,2024-05-06\n"
RULES = """title: 试
closed: true
rules:
- {code: 送达, title: 七日内送达, clauses: [某条例 §3], form: response, a: 决定, b: 送达, within: {most: 7}}
- {code: 印章, form: required, a: 决定, column: 印章}
- {code: 笔误, form: absence, a: 送大}
"""
TABLE = (
    "案号,立案日期,罚款金额(万元),决定日期,案件来源,天气,送达日\n甲,2024-01-02,2,2024年2月3日,群众举报,晴,2013-02-30\n"
)


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers(dest="command"))
    options = parser.parse_args(["audit", *map(str, words)])
    return options.run(options)


@pytest.fixture
def log(tmp_path) -> Path:
    (tmp_path / "规则.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "日志.csv").write_text(LOG, encoding="utf-8")
    return tmp_path / "日志.csv"


def test_a_log_is_audited_by_its_rulebook_and_reported(log, tmp_path, capsys):
    out = tmp_path / "果"
    assert run(log, "--controls", tmp_path / "规则.yaml", "--as-of", "2024-05-31", "--out", out) == 1
    said = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert said["obligations"] == {
        "kept": 3,
        "void": 0,
        "pending": 0,
        "undetermined": 1,
        "late": 1,
        "overdue": 1,
        "breach": 0,
    }
    assert said["not_assessable"] == {"印章": ["印章"]} and said["matters"] == {"all": 3, "wrong": 2, "undetermined": 1}
    told = pl.read_parquet(out / "obligations.parquet").filter(pl.col("control") == "送达").sort("case_id")
    assert dict(told.select("state", "reason").rows()) == {
        "逾期": "每次“决定”之后，须在 7 日内有一次“送达”（同日计入）。2024-05-06 的这一步：应于 2024-05-13 前完成，至今没有完成。",
        "无法判定": "每次“决定”之后，须在 7 日内有一次“送达”（同日计入）。2024-05-06 的这一步：同一天里谁先谁后没有记录，而结论取决于先后。",
        "迟延": "每次“决定”之后，须在 7 日内有一次“送达”（同日计入）。2024-05-06 的这一步：应于 2024-05-13 前完成，实际 2024-05-14 完成。",
    }
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "七日内送达" in page and "日志里没有：送大" in page and "1 项" in page
    assert "没有审查的控制 1 项" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--as-of", "2024-05-31"], "请用 --out"),
        (["--as-of", "2024-05-31", "--out", "果"], "规则文件"),
        (["--out", "果", "--controls", "规则.yaml"], "请用 --as-of"),
        (["多", "--out", "果"], "只能给出一个来源"),
    ],
)
def test_what_is_missing_on_the_command_line_is_named(log, tmp_path, monkeypatch, capsys, words, says):
    monkeypatch.chdir(tmp_path)
    assert run(log, *words) == 2
    assert says in capsys.readouterr().err


def test_a_log_goes_out_with_its_obligations_in_every_format(log, tmp_path, capsys):
    out = tmp_path / "果"
    words = ("--controls", tmp_path / "规则.yaml", "--as-of", "2024-05-31", "--out", out)
    assert run(log, *words, "--export", "xes,ocel,sqlite") == 1
    for name in ("log.xes", "log.jsonocel", "log.sqlite"):
        assert "义务：送达" in open_source(out / name).events.collect()["activity"].to_list()
    assert run(log, *words, "--export", "pdf") == 2 and "不认识格式“pdf”" in capsys.readouterr().err


def test_a_mapping_is_proposed_told_and_can_be_used_as_it_is(tmp_path, capsys):
    table, mapping = tmp_path / "台账.csv", tmp_path / "对照.yaml"
    table.write_text(TABLE, encoding="utf-8")
    assert run("map", table, "--out", mapping) == 0
    said = capsys.readouterr().out
    assert "立案日期 → 案件的立案日（filed_on）；日期，1 行有内容：2024-01-02" in said
    assert "天气 → 没有对上；文字，1 行有内容：晴" in said
    assert "决定种类（decision_kind，处罚决定）：" in said
    text = mapping.read_text(encoding="utf-8")
    assert "# 没有对上的列：天气" in text and "这些写法要在 codes 里对照：群众举报" in text
    source = open_source(table, mapping=mapping)
    assert source.frames["decision"].collect()["fine"].to_list() == [2_000_000]
    assert source.reading.unknown == ("天气", "送达日")


def test_a_proposal_never_overwrites_and_names_a_known_template(tmp_path, capsys):
    table = tmp_path / "双公示.csv"
    table.write_text("CF_WSH,CF_CFLB,CF_NR,CF_JDRQ\n1号,罚款,罚款,2024/05/06\n", encoding="utf-8")
    assert run("map", table) == 0 and "不用写对照文件" in capsys.readouterr().out
    assert run("map", table) == 2 and "没有覆盖" in capsys.readouterr().err
