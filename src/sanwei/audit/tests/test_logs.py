"""Logs in other coats (OCEL 2.0, flat tables), and the way back: a round trip changes nothing."""

import datetime as dt
import json
import sqlite3
from pathlib import Path

import polars as pl
import pytest

from sanwei.audit.logs.ocel_json import read_ocel_json, write_ocel_json
from sanwei.audit.logs.ocel_out import ocel_of
from sanwei.audit.logs.ocel_sqlite import read_ocel_sqlite, write_ocel_sqlite
from sanwei.audit.logs.xes_out import write_xes
from sanwei.audit.rulebook import judge_log, read_rulebook
from sanwei.audit.source import Log, SourceError, open_source
from sanwei.controls.forms.tests.slow_calendar import fast

from .test_xes import event, opened, trace

TABLES = ("events", "objects", "values", "changes", "related", "linked")
RULES = "title: 试\nclosed: true\nrules:\n- {code: 送达, form: response, a: 决定, b: 送达, within: {most: 7}}\n"
OCEL = {
    "eventTypes": [{"name": "下单", "attributes": [{"name": "数量", "type": "integer"}]}, {"name": "付款"}],
    "objectTypes": [
        {"name": "订单", "attributes": [{"name": "金额", "type": "float"}, {"name": "状态", "type": "string"}]},
        {"name": "发票", "attributes": []},
    ],
    "objects": [
        {
            "id": "o1",
            "type": "订单",
            "attributes": [
                {"name": "金额", "time": "1970-01-01T00:00:00Z", "value": 2.5},
                {"name": "状态", "time": "1970-01-01T00:00:00Z", "value": "新"},
                {"name": "状态", "time": "2024-05-07T00:00:00Z", "value": "已\"付\""},
            ],
            "relationships": [{"objectId": "f1", "qualifier": "开票"}],
        },
        {"id": "f1", "type": "发票"},
    ],
    "events": [
        {
            "id": "e1",
            "type": "下单",
            "time": "2024-05-06T10:00:00+08:00",
            "attributes": [{"name": "数量", "value": 3}],
            "relationships": [{"objectId": "o1", "qualifier": ""}],
        },
        {
            "id": "e2",
            "type": "付款",
            "time": "2024-05-06T09:00:00+08:00",
            "relationships": [{"objectId": "o1", "qualifier": "为"}, {"objectId": "f1", "qualifier": "据"}],
        },
        {"id": "e3", "type": "付款", "time": "2024-05-06T09:00:00+08:00"},
    ],
}  # fmt: skip


@pytest.fixture
def written(tmp_path) -> Path:
    file = tmp_path / "对象.jsonocel"
    file.write_text(json.dumps(OCEL), encoding="utf-8")
    return file


def same(one: object, two: object) -> None:
    for name in TABLES:
        a, b = getattr(one, name), getattr(two, name)
        assert a.sort(a.columns).rows() == b.sort(b.columns).rows(), name
    assert (one.event_types, one.object_types) == (two.event_types, two.object_types)


def test_each_object_is_a_matter_unless_the_rulebook_names_a_type(written, tmp_path):
    log = open_source(written)
    assert log.events.select("case_id", "activity", "seq").collect().rows() == [
        ("o1", "下单", 2),
        ("o1", "付款", 1),
        ("f1", "付款", 1),
    ]
    assert (log.reading.read, log.reading.taken) == (3, 2)
    assert log.reading.refused["reason"].to_list() == ["事件没有关联任何对象"]
    (tmp_path / "r.yaml").write_text(RULES.replace("closed", "matter: 订单\nclosed"), encoding="utf-8")
    log = open_source(written, rulebook=tmp_path / "r.yaml")
    assert log.events.collect()["case_id"].unique().to_list() == ["o1"]
    assert log.events.collect()["数量"].to_list() == [3, None]
    assert log.cases.collect().to_dicts() == [{"case_id": "o1", "ocel:type": "订单", "金额": 2.5, "状态": "新"}]


def test_an_object_centric_log_goes_round_through_both_formats(written, tmp_path):
    first = read_ocel_json(written)
    write_ocel_sqlite(first, tmp_path / "x.sqlite")
    there = read_ocel_sqlite(tmp_path / "x.sqlite")
    same(first, there)
    write_ocel_json(there, tmp_path / "x.json")
    same(first, read_ocel_json(tmp_path / "x.json"))
    assert open_source(tmp_path / "x.sqlite").reading.read == 3


def test_a_log_goes_round_through_xes_and_changes_nothing(tmp_path):
    more = (
        '<int key="数额" value="200"/><boolean key="急" value="true"/><string key="话" value="甲&#10;“乙”&lt;&amp;"/>'
        '<string key="部门" value="一队"><string key="科" value="法制科"/></string>'
        '<list key="依据"><values><string key="条" value="1"/><string key="条" value="2"/></values></list>'
    )
    head = '<extension name="Concept" prefix="concept" uri="x"/><string key="来源" value="某市"/>'
    first = opened(
        tmp_path,
        trace("甲", event("立案", "2024-05-06T09:00:00.000+08:00", more), event("送达")),
        trace("乙"),
        head=head,
    )
    write_xes(first, tmp_path / "又.xes")
    again = open_source(tmp_path / "又.xes")
    assert first.events.collect().equals(again.events.collect()) and first.cases.collect().equals(again.cases.collect())
    assert (first.about, first.kinds) == (again.about, again.kinds)
    assert first.events.collect()["话"][0] == "甲\n“乙”<&"


def judged(tmp_path: Path) -> tuple[Log, pl.DataFrame]:
    log = opened(tmp_path, trace("甲", event("决定", "2024-05-06"), event("送达", "2024-05-14")))
    (tmp_path / "r.yaml").write_text(RULES, encoding="utf-8")
    return log, judge_log(log, fast(), dt.date(2024, 5, 31), rulebook=read_rulebook(tmp_path / "r.yaml")).findings


def test_obligations_go_out_as_events_on_their_due_day(tmp_path):
    log, findings = judged(tmp_path)
    write_xes(log, tmp_path / "又.xes", findings, says={"送达": "七日内送达"})
    events = open_source(tmp_path / "又.xes").events.collect()
    assert events.select("activity", "on", "sanwei:verdict", "sanwei:title").rows()[-1] == (
        "义务：送达",
        dt.date(2024, 5, 13),
        "迟延",
        "七日内送达",
    )


def test_obligations_go_out_as_objects_with_what_raised_and_what_ended_them(tmp_path):
    log, findings = judged(tmp_path)
    found = ocel_of(log, findings)
    write_ocel_json(found, tmp_path / "x.json")
    same(found, read_ocel_json(tmp_path / "x.json"))
    asked = found.objects.filter(pl.col("type") == "义务")["id"][0]
    links = found.related.filter(pl.col("target") == asked).select("source", "qualifier").rows()
    assert links == [(f"d:{asked}", "义务"), ("e0", "触发"), ("e1", "了结")]
    back = found.log(tmp_path / "x.json", "案件").events.collect()
    assert back["activity"].to_list() == ["决定", "送达", "义务：送达"]


def test_a_flat_table_of_steps_is_a_log(tmp_path):
    file = tmp_path / "步骤.csv"
    rows = [
        "案号,环节,办理时间,经办人,编号,数额,case:渠道",
        "甲,立案,2024年5月6日 9:30,张,007,12,网上",
        ",调查,2024-05-07,,,,",
    ]
    file.write_text("\n".join([*rows, "甲,决定,2024/5/8,李,008,1.5,"]), encoding="gbk")
    log = open_source(file)
    assert log.events.select("case_id", "activity", "on", "person", "编号", "数额").collect().rows() == [
        ("甲", "立案", dt.date(2024, 5, 6), "张", "007", 12.0),
        ("甲", "决定", dt.date(2024, 5, 8), "李", "008", 1.5),
    ]
    assert log.cases.collect().to_dicts() == [{"case_id": "甲", "渠道": "网上"}]
    assert log.reading.refused.select("line", "reason").rows() == [(3, "没有写明是哪一案")]


def test_typed_times_keep_their_zone_and_days_stay_days(tmp_path):
    file = tmp_path / "步骤.parquet"
    at = pl.Series([dt.datetime(2024, 5, 5, 16, 30, tzinfo=dt.UTC)])
    pl.DataFrame({"case": ["甲"], "activity": ["立案"], "time": at}).write_parquet(file)
    assert open_source(file).events.collect()["on"].to_list() == [dt.date(2024, 5, 5)]
    (tmp_path / "r.yaml").write_text(RULES.replace("closed", "zone: Asia/Shanghai\nclosed"), encoding="utf-8")
    assert open_source(file, rulebook=tmp_path / "r.yaml").events.collect()["on"].to_list() == [dt.date(2024, 5, 6)]


def stray_database(file: Path) -> None:
    with sqlite3.connect(file) as base:
        base.execute("CREATE TABLE event (ocel_id TEXT)")


@pytest.mark.parametrize(
    ("name", "make", "says"),
    [
        ("x.jsonocel", lambda f: f.write_text('{"events": ['), "不是完整的 JSON"),
        ("x.jsonocel", lambda f: f.write_text('{"events": []}'), "缺少 eventTypes、objectTypes、objects"),
        ("x.jsonocel", lambda f: f.write_text(json.dumps({**OCEL, "events": [{"id": "e"}]})), "缺少 'type'"),
        ("x.sqlite", lambda f: f.write_bytes(b"SQLite format 3\0 and no more"), "SQLite 文件"),
        ("x.sqlite", stray_database, "缺少表 object、event_object"),
    ],
)
def test_a_broken_object_centric_log_says_what_is_wrong(tmp_path, name, make, says):
    make(tmp_path / name)
    with pytest.raises(SourceError, match=says):
        open_source(tmp_path / name)
