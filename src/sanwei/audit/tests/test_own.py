"""Our own facts as Parquet: what is there, what is missing, what is not facts at all."""

import datetime as dt
from pathlib import Path

import polars as pl
import pytest

from sanwei.audit.source import Source, SourceError, open_source


def write(folder: Path, grain: str, **columns: list) -> Path:
    pl.DataFrame(columns).write_parquet(folder / f"{grain}.parquet")
    return folder


def test_facts_are_scanned_and_what_is_missing_is_named(tmp_path):
    write(tmp_path, "case", case_id=["甲", "乙"], filed_on=[dt.date(2024, 5, 1), None], colour=["红", "黄"])
    found = open_source(tmp_path)
    assert isinstance(found, Source)
    assert found.frames["case"].collect().to_dicts() == [
        {"case_id": "甲", "filed_on": dt.date(2024, 5, 1)},
        {"case_id": "乙", "filed_on": None},
    ]
    reading = found.reading
    assert (reading.read, reading.taken, reading.unknown) == (2, 2, ("case.colour",))
    assert "closed_on" in reading.missing["case"] and "filed_on" not in reading.missing["case"]


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"filed_on": [dt.date(2024, 5, 1)]}, "缺少“case_id”"),
        ({"case_id": ["甲"], "filed_on": ["2024-05-01"]}, "filed_on 应为 Date，现为 String"),
    ],
)
def test_facts_of_a_wrong_shape_are_refused(tmp_path, columns, says):
    with pytest.raises(SourceError, match=says):
        open_source(write(tmp_path, "case", **columns))


def test_a_folder_without_facts_and_a_path_without_a_file_are_refused(tmp_path):
    with pytest.raises(SourceError, match="没有事实文件"):
        open_source(tmp_path)
    with pytest.raises(SourceError, match="找不到"):
        open_source(tmp_path / "nichts.csv")
