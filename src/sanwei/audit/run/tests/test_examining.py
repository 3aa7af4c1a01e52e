"""A whole source against controls: what is found, what is not assessable, and going on where it broke off."""

from __future__ import annotations

import polars as pl
import pytest

from sanwei.audit.run import examining
from sanwei.audit.run.examining import ExamineError, Found, Question, examine
from sanwei.audit.run.judging import judge_part
from sanwei.audit.run.outcome import ASKED, FINDINGS
from sanwei.audit.run.summary import by_control, rate, summary
from sanwei.audit.source import Reading, Source
from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY
from sanwei.lawbook import lawbook

from . import made

CONTROLS = tuple(register()[code] for code in made.CODES)


def asked(source, path, **more) -> Question:
    return Question(path, source, more.get("controls", CONTROLS), lawbook(), made.TODAY, more.get("only", ASKED))


def told(found: Found) -> dict[tuple[str, str], tuple[str, str]]:
    rows = pl.read_parquet(found.obligations).iter_rows(named=True)
    return {(r["control"], r["case_id"]): (r["state"], r["body_code"]) for r in rows}


def test_every_obligation_is_written_with_its_state_and_its_body(tmp_path):
    found = examine(asked(made.folder(tmp_path / "in"), tmp_path / "in"), tmp_path)
    assert told(found) == {
        (made.REVIEW, "案1"): ("合规", "甲局"),
        (made.REVIEW, "案2"): ("合规", "甲局"),
        (made.REVIEW, "案3"): ("违反", "乙局"),
        (made.SERVED, "案1"): ("合规", "甲局"),
        (made.SERVED, "案2"): ("逾期", "甲局"),
        (made.SERVED, "案3"): ("迟延", "乙局"),
    }
    assert found.whole.matters == {"all": 3, "wrong": 2, "undetermined": 0}
    late = pl.read_parquet(found.obligations).filter(pl.col("state") == "迟延").row(0, named=True)
    assert late["reason"] == "2024年5月6日作出的决定应当在2024年5月14日之前送达，送达日：2024年6月28日"
    assert late["clause"] == "《行政处罚法》（2021）第六十一条第一款"
    assert late["discharged_by"] == "本决定首次送达日"
    assert rate(by_control(found)[made.SERVED]) == pytest.approx(1 / 3)


def test_only_findings_are_written_when_only_they_are_wanted_and_all_are_counted(tmp_path):
    source = made.folder(tmp_path / "in")
    found = examine(asked(source, tmp_path / "in", only=FINDINGS), tmp_path)
    assert set(told(found)) == {(made.REVIEW, "案3"), (made.SERVED, "案2"), (made.SERVED, "案3")}
    assert found.counts()[Verdict.KEPT] == 3


def test_what_was_broken_off_goes_on_and_no_part_is_judged_twice(tmp_path, monkeypatch):
    source, judged = made.folder(tmp_path / "in"), []

    def one(frames, *more):
        judged.append(frames["case"][KEY].to_list())
        if len(judged) == 2:
            raise KeyboardInterrupt
        return judge_part(frames, *more)

    monkeypatch.setattr(examining, "judge_part", one)
    with pytest.raises(KeyboardInterrupt):
        examine(asked(source, tmp_path / "in"), tmp_path)
    with pytest.raises(ExamineError, match="另一次没有做完的审查"):
        examine(asked(source, tmp_path / "in", only=FINDINGS), tmp_path)
    found = examine(asked(source, tmp_path / "in"), tmp_path)
    assert judged == [["案1", "案2"], ["案3"], ["案3"]]
    assert len(told(found)) == 6 and not (tmp_path / ".parts").exists()


def test_a_table_that_somebody_elses_export_lacks_makes_no_breach(tmp_path):
    frames = made.frames(made.GOOD, made.BAD)
    served = frames.pop("service")
    whole = {g: df.lazy() for g, df in frames.items()}
    found = examine(asked(Source(whole, Reading(tmp_path)), tmp_path), tmp_path)
    assert {code for code, _ in told(found)} == {made.REVIEW}
    assert "《送达》" in found.missing[made.SERVED]
    assert next(iter(summary(found))) == "not_assessable" and made.SERVED in summary(found)["not_assessable"]
    there = whole | {"service": served.drop("served_on").lazy()}
    again = examine(asked(Source(there, Reading(tmp_path)), tmp_path), tmp_path)
    assert "served_on" in again.missing[made.SERVED]


def test_a_source_without_parts_is_cut_by_ranges_of_matters(tmp_path, monkeypatch):
    frames = {g: df.lazy() for g, df in made.frames(made.GOOD, made.UNSERVED, made.BAD).items()}
    source = Source(frames, Reading(tmp_path))
    cut = examining.parts_of(source, examining.needed(CONTROLS), size=2)
    assert [part.load()["case"][KEY].to_list() for part in cut] == [["案1", "案2"], ["案3"]]
    with pytest.raises(ExamineError, match="没有一件事项"):
        examine(asked(Source({}, Reading(tmp_path)), tmp_path), tmp_path)


def test_many_rows_get_the_verdicts_of_few():
    few, controls = made.frames(made.GOOD, made.UNSERVED, made.BAD), tuple(register().values())
    n = pl.DataFrame({"n": [f"-{n}" for n in range(1500)]})
    many = {
        g: df.join(n, how="cross").with_columns(pl.concat_str(KEY, "n").alias(KEY)).drop("n") for g, df in few.items()
    }
    count = pl.col("control").len().alias("n")
    one = judge(few, controls, lawbook(), made.TODAY).findings.group_by("control", "verdict").agg(count)
    all_ = judge(many, controls, lawbook(), made.TODAY).findings.group_by("control", "verdict").agg(count)
    assert all_.sort("control", "verdict").equals(one.with_columns(pl.col("n") * 1500).sort("control", "verdict"))
