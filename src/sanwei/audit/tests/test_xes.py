"""XES: what is kept of it, what is refused, and with which words."""

import datetime as dt
import gzip
from pathlib import Path

import pytest

from sanwei.audit.source import Log, SourceError, open_source

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">\n'


def event(name: str | None, at: str | None = None, more: str = "") -> str:
    inner = f'<string key="concept:name" value="{name}"/>' if name else ""
    inner += f'<date key="time:timestamp" value="{at}"/>' if at else ""
    return f"<event>{inner}{more}</event>\n"


def trace(name: str, *events: str) -> str:
    return f'<trace><string key="concept:name" value="{name}"/>\n{"".join(events)}</trace>\n'


def opened(folder: Path, *traces: str, name: str = "记录.xes", head: str = "", **more: object) -> Log:
    file = folder / name
    text = (HEAD + head + "".join(traces) + "</log>").encode()
    file.write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
    found = open_source(file, **more)
    assert isinstance(found, Log)
    return found


def test_the_date_is_the_one_written_and_the_order_is_that_of_the_instants(tmp_path):
    log = opened(
        tmp_path,
        trace(
            "甲",
            event("立案", "2011-10-30T01:59:00+02:00"),
            event("调查", "2011-10-30T01:05:00+01:00", '<string key="org:resource" value="张"/>'),
            event("送达", "2011-12-01T00:30:00.250+01:00"),
            event("归档"),
        ),
        name="记录.xes.gz",
    )
    events = log.events.collect()
    assert events["on"].to_list() == [dt.date(2011, 10, 30), dt.date(2011, 10, 30), dt.date(2011, 12, 1), None]
    assert events["seq"].to_list() == [1, 2, 3, None]
    assert events["offset"].to_list() == [120, 60, 60, None]
    assert events["precision"].to_list() == ["second", "second", "fraction", None]
    assert events["at"][2] == "2011-12-01T00:30:00.250+01:00"
    assert events["person"].to_list() == [None, "张", None, None]


def test_activities_whose_times_are_all_midnight_leave_the_order_of_the_day_open(tmp_path):
    day = "2024-05-06T00:00:00+08:00"
    log = opened(
        tmp_path, trace("甲", event("立案", day), event("送达", day), event("归档", "2024-05-06T09:00:00+08:00"))
    )
    events = log.events.collect()
    assert events["seq"].to_list() == [None, None, 1]
    assert events["precision"].to_list() == ["day", "day", "second"]
    assert "有 2 种活动" in log.reading.notes[0] and "谁先谁后没有记录" in log.reading.notes[0]


def test_attributes_keep_their_kinds_nesting_lists_and_second_kinds(tmp_path):
    more = (
        '<int key="数额" value="200"/><string key="部门" value="一队"><string key="科" value="法制科"/></string>'
        '<list key="依据"><values><string key="条" value="1"/><string key="条" value="2"/></values></list>'
    )
    log = opened(
        tmp_path, trace("甲", event("立案", None, more), event("送达", None, '<string key="数额" value="不详"/>'))
    )
    events = log.events.collect()
    assert events["数额"].to_list() == [200, None]
    assert events["数额·string"].to_list() == [None, "不详"]
    assert events["部门›科"][0] == "法制科"
    assert '"条"' in events["依据›*"][0]
    assert log.kinds["数额"] == "int" and log.kinds["依据"] == "list"


def test_what_cannot_be_read_is_told_with_its_line_and_the_counts_add_up(tmp_path):
    log = opened(
        tmp_path,
        trace("甲", event("立案", "2013-02-30T10:00:00+08:00"), event(None, "2013-03-01")),
        event("漂泊", "2013-03-01"),
        aside=tmp_path / "旁",
    )
    reading = log.reading
    assert (reading.read, reading.taken, reading.refused.height) == (3, 1, 2)
    assert reading.refused.select("line", "reason").rows() == [
        (5, "事件没有写明是什么活动（concept:name）"),
        (7, "事件不在任何案件（trace）之内"),
    ]
    assert reading.doubts.select("line", "text").rows() == [(4, "2013-02-30T10:00:00+08:00")]
    assert log.events.collect()["on"].to_list() == [None]
    assert "2013-02-30" in reading.side_file.read_text(encoding="utf-8-sig")


def test_an_attribute_given_twice_counts_once_and_is_told(tmp_path):
    twice = '<string key="org:resource" value="张"/><string key="org:resource" value="李"/>'
    log = opened(tmp_path, trace("甲", event("立案", "2024-05-06", twice)))
    assert log.events.collect()["person"].to_list() == ["张"]
    assert log.reading.doubts["text"].to_list() == ["李"]


def test_times_of_the_world_that_look_like_midnight_elsewhere_are_named(tmp_path):
    log = opened(tmp_path, trace("甲", event("立案", "2024-05-05T16:00:00Z")))
    assert any("日期可能差一天" in note for note in log.reading.notes)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "空文件"),
        (gzip.compress(HEAD.encode() * 50, mtime=0)[:60], "压缩文件“x.xes.gz”不完整"),
        (HEAD.encode(), "文件没有写完"),
        (HEAD.encode() + b"<trace a=></trace></log>", "第 3 行第 10 列"),
        (HEAD.encode() + "<trace><string key='甲' value='乙'/></trace></log>".encode("gbk"), "不合 XML 的写法"),
        (b"<html></html>", "不是 XES"),
        (b'<!DOCTYPE log [<!ENTITY a "aaaa">]><log/>', "DOCTYPE"),
    ],
)
def test_a_broken_file_is_refused_whole_and_says_why(tmp_path, content, says):
    file = tmp_path / "x.xes.gz"
    file.write_bytes(content)
    with pytest.raises(SourceError, match=says):
        open_source(file)
