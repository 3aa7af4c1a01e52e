"""Tables of somebody else: encodings, titles, merged cells, templates; what is refused, flagged, unknown, missing."""

import datetime as dt
import gzip
import struct
import zipfile
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from sanwei.audit.source import Source, SourceError, open_source
from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.lawbook import lawbook

from .old_workbook import workbook

HEAD = ["行政处罚决定书文号", "处罚类别", "处罚内容", "罚款金额（万元）", "处罚决定日期", "处罚机关统一社会信用代码"]
GOOD = ["1号", "罚款", "罚款二万元", "2", "2024/05/06", "11410100000000000A"]
MAPPING = """
title: 某区系统
matter: [案号]
names: {案号: [案件号]}
grains:
  case:
    facts:
      filed_on: 立案
      party_kind: {column: 当事人, codes: {个人: person}}
  decision:
    id: [文号]
    facts:
      decided_on: 决定
      decision_kind: {value: penalty}
      fine: {column: 罚款, unit: 元}
  service:
    facts:
      served_on: 送达
      served_decision: {row_of: decision}
known: [经办人]
without: [revoked_on, stop]
"""


def csv(folder: Path, *rows: list[str], head: list[str] = HEAD, encoding: str = "utf-8", name: str = "表.csv") -> Path:
    file = folder / name
    file.write_bytes("\r\n".join(",".join(row) for row in [head, *rows]).encode(encoding))
    return file


def opened(file: Path, **more: object) -> Source:
    found = open_source(file, **more)
    assert isinstance(found, Source)
    reading = found.reading
    assert reading.read == reading.taken + reading.refused.height
    return found


def mapped(folder: Path, *rows: list[str], head: list[str], text: str = MAPPING) -> Source:
    mapping = folder / "对照.yaml"
    mapping.write_text(text, encoding="utf-8")
    return opened(csv(folder, *rows, head=head), mapping=mapping)


def one(source: Source, grain: str) -> list[dict]:
    return source.frames[grain].collect().to_dicts()


def test_the_credit_template_in_gbk_is_read_without_a_mapping(tmp_path):
    source = opened(csv(tmp_path, [*GOOD, "红"], head=[*HEAD, "颜色"], encoding="gbk"))
    [row] = one(source, "decision")
    assert (row["decided_on"], row["fine"], row["penalty_kinds"]) == (dt.date(2024, 5, 6), 2_000_000, ["fine"])
    assert one(source, "case") == [{"case_id": "1号｜11410100000000000A", "body_code": "11410100000000000A"}]
    assert source.reading.unknown == ("颜色",)
    assert any("GB18030" in note for note in source.reading.notes)
    assert "served_on" in source.reading.missing["service"]


@pytest.mark.parametrize(
    ("head", "row", "fine"),
    [
        (["CF_WSH", "CF_CFLB", "CF_NR", "CF_NR_FK", "CF_JDRQ"], ["1号", "罚款", "罚款", "0.05", "2024/05/06"], 50_000),
        (["CF_WSH", "CF_CFMC", "CF_CFLB1", "CF_JDRQ", "CF_XZJG"], ["1号", "占道", "罚款", "2016/05/06", "某局"], None),
    ],
)  # fmt: skip
def test_field_codes_and_the_older_template_are_recognised(tmp_path, head, row, fine):
    source = opened(csv(tmp_path, row, head=head))
    assert one(source, "decision")[0].get("fine") == fine
    assert source.reading.unknown == ()


def test_the_field_table_of_the_exchange_is_read_and_judged(tmp_path):
    head = ["程序类型", "案件编号", "立案日期", "决定书文号", "决定日期", "决定书送达日期", "送达方式"]
    source = opened(
        csv(
            tmp_path,
            ["一般程序", "甲", "2024-01-02", "1号", "2024-02-03", "2024-02-20", "直接"],
            ["一般程序", "乙", "2024-01-02", "2号", "2024-02-03", "", ""],
            head=head,
        )
    )
    frames = {g: f.collect() for g, f in source.frames.items()}
    asked = [register()[code] for code in ("case.served-in-time", "case.evidence-kind")]
    judged = judge(frames, asked, lawbook(), dt.date(2024, 12, 31))
    told = {(r["case_id"], Verdict(r["verdict"]).label) for r in judged.each()}
    assert told == {("甲", "迟延"), ("乙", "逾期")}
    assert list(judged.missing) == [
        "case.evidence-kind"
    ]  # a grain nobody exported makes a control not assessable, not kept


def test_an_old_workbook_with_a_title_and_merged_cells_is_read(tmp_path):
    rows = [
        ["某局 2024 年处罚台账", None, None, None],
        ["案号", "罚没（元）", None, "决定日期"],
        [None, "罚款", "没收", None],
        ["甲", 2000.0, 100.0, 45418.0],
        [None, 300.0, None, "2024-05-07"],
        ["合计", 2300.0, None, None],
    ]
    file = tmp_path / "台账.xls"
    file.write_bytes(workbook(rows, [(0, 0, 0, 3), (1, 2, 0, 0), (1, 1, 1, 2), (1, 2, 3, 3), (3, 4, 0, 0)]))
    text = (
        "title: 台账\nmatter: [案号]\ngrains:\n  decision:\n    facts:\n      decided_on: 决定日期\n"
        "      fine: 罚没（元）／罚款\n      confiscation: 罚没（元）／没收\n"
    )
    (tmp_path / "m.yaml").write_text(text, encoding="utf-8")
    source = opened(file, mapping=tmp_path / "m.yaml")
    assert source.frames["decision"].select("case_id", "fine", "confiscation", "decided_on").collect().rows() == [
        ("甲", 200_000, 10_000, dt.date(2024, 5, 6)),
        ("甲", 30_000, None, dt.date(2024, 5, 7)),
        ("合计", 230_000, None, None),
    ]
    assert any("标题在第 2 行" in note and "某局 2024 年" in note for note in source.reading.notes)


def test_a_workbook_with_several_sheets_says_which_it_left(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(GOOD)
    book.create_sheet("说明").append(["填表须知"])
    book.save(tmp_path / "表.xlsx")
    source = opened(tmp_path / "表.xlsx")
    assert source.reading.taken == 1
    assert any("工作表“说明”" in note for note in source.reading.notes)


def test_rows_that_cannot_be_read_go_aside_with_line_and_reason(tmp_path):
    rows = [GOOD, ["", *GOOD[1:]], GOOD, ["4号", "罚款"], [*GOOD, "多", "余"], [], ["6号", "拘役", *GOOD[2:]]]
    source = opened(csv(tmp_path, *rows), aside=tmp_path)
    reading = source.reading
    assert (reading.read, reading.taken) == (6, 2)
    assert [(line, reason[:6]) for line, reason in reading.refused.select("line", "reason").rows()] == [
        (3, "没有写明是哪"),
        (4, "与前面的一行"),
        (5, "这一行只有 "),
        (6, "这一行有 8"),
    ]
    assert reading.doubts["line"].to_list() == [8] and "“拘役”不在代码表里" in reading.doubts["reason"][0]
    aside = pl.read_csv(reading.side_file)
    assert aside["行号"].to_list() == [3, 4, 5, 6, 8] and aside["处理"].to_list()[-1] == "仅此项未采用"


def test_a_day_that_is_none_and_two_sums_in_a_cell_are_flagged_and_the_row_stays(tmp_path):
    source = opened(csv(tmp_path, ["1号", "罚款", "罚款", "2万元和3千元", "2013-02-30", "B"]))
    [row] = one(source, "decision")
    assert (row["decided_on"], row["fine"]) == (None, None)
    assert [r[0] for r in source.reading.doubts.select("reason").rows()] == [
        "处罚决定日期：“2013-02-30”不是历法上有的日期，按没有记录处理",
        "罚款金额(万元)：“2万元和3千元”一格里有 2 笔金额，不知道取哪一笔，按没有记录处理",
    ]


def test_a_mapping_reads_a_table_of_its_own(tmp_path):
    head = ["案件号", "立案", "当事人", "文号", "决定", "罚款", "送达", "经办人"]
    source = mapped(
        tmp_path,
        ["甲", "2024年1月2日", "个人", "1号", "2024.2.3", "贰仟元整", "", "张"],
        ["甲", "2024年1月3日", "个人", "2号", "2024.2.4", "500", "2024-02-05", "张"],
        ["乙", "", "", "", "", "", "", "李"],
        head=head,
    )
    assert [(r["case_id"], r["filed_on"]) for r in one(source, "case")] == [("甲", dt.date(2024, 1, 2)), ("乙", None)]
    assert [(r["decision_id"], r["fine"], r["decision_seq"]) for r in one(source, "decision")] == [
        ("1号", 200_000, 0),
        ("2号", 50_000, 1),
    ]
    assert [(r["served_decision"], r["served_on"]) for r in one(source, "service")] == [("2号", dt.date(2024, 2, 5))]
    assert source.frames["stop"].collect_schema().names() == list(source.frames["stop"].collect().columns)
    assert "stop" not in source.reading.missing
    assert source.reading.doubts["reason"].to_list() == ["同一案的几行写的“立案日”不同，取第一个"]
    assert any("按没有发生过处理：撤销日、期限停止计算" in note for note in source.reading.notes)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("filed_on: 立案", "field_on: 立案", "第 8 行：“案件”没有名为“field_on”的记录事实"),
        ("  decision:\n    id", "  decisions:\n    id", "没有名为“decisions”的粒度"),
        ("个人: person", "个人: human", "没有代码“human”"),
        ("unit: 元", "unit: 圆", "只能是 分"),
        ("row_of: decision", "row_of: panel", "“panel”不在其中"),
        ("matter: [案号]", "matters: [案号]", "matter 没有写"),
    ],
)
def test_a_mapping_with_a_slip_is_refused_with_its_line(tmp_path, old, new, says):
    with pytest.raises(SourceError, match=says):
        mapped(tmp_path, ["甲"], head=["案号"], text=MAPPING.replace(old, new))


def test_a_missing_column_names_itself(tmp_path):
    with pytest.raises(SourceError, match="缺少“案号”一列"):
        mapped(tmp_path, ["甲"], head=["编号"])
    with pytest.raises(SourceError, match="sanwei audit map"):
        open_source(csv(tmp_path, ["甲"], head=["编号"]))


def bomb(path: Path, size: int | None) -> Path:
    """A workbook whose directory says that its part unpacks to `size` bytes (None: to two bytes less than it does)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 5000)
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 4998 if size is None else size)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: bomb(p / "表.xlsx", 3_000_000_000), "像是压缩炸弹"),
        (lambda p: bomb(p / "表.xlsx", 100_000_000), "像是压缩炸弹"),
        (lambda p: bomb(p / "表.xlsx", None), "不是完整的 XLSX"),
    ],
)
def test_a_zip_bomb_is_not_unpacked(tmp_path, make, says):
    with pytest.raises(SourceError, match=says):
        open_source(make(tmp_path))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("表.csv", b"", "空文件"),
        ("表.csv", b"\n\n", "没有任何内容"),
        ("表.csv", b"\xff\xff\xff,\xff\n", "既不是 UTF-8 也不是 GB18030"),
        ("表.csv", '案号,"甲\n1,2\n'.encode(), "引号没有配对"),
        ("表.csv.gz", gzip.compress(b"a,b\n" * 500, mtime=0)[:20], "不完整"),
        ("表.xls", b"not a workbook at all", "打不开"),
        ("表.xlsx", b"PK\x03\x04", "不是完整的 XLSX"),
        ("表.parquet", b"PAR1", "不是完整的 Parquet"),
        ("表.docx", b"x", "不认识"),
    ],
)
def test_a_broken_table_says_what_is_wrong(tmp_path, name, content, says):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(SourceError, match=says):
        open_source(file)
