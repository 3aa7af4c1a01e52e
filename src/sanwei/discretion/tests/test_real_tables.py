"""Twelve ways real tables are written: each is expressed, answers its cases, and shows the faults it has."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
import yaml

from sanwei.discretion.bulk import weigh_all
from sanwei.discretion.loading import scaled, table_of
from sanwei.discretion.proving import prove
from sanwei.discretion.weighing import weigh

REAL = yaml.safe_load((Path(__file__).parent / "real.yaml").read_text(encoding="utf-8"))
CASES = [(kind["about"], kind["table"], *case) for kind in REAL for case in kind["cases"]]


def facts_of(table, told: dict) -> dict:
    return {name: scaled(table.known[name], value) for name, value in told.items()}


@pytest.mark.parametrize(("about", "raw", "told", "subject", "number", "least", "most"), CASES)
def test_a_case_gets_its_row_and_its_range(about, raw, told, subject, number, least, most) -> None:
    table = table_of(raw)
    weighed = weigh(table, facts_of(table, told), subject)
    assert (weighed.row.number, weighed.least_fen, weighed.most_fen) == (number, least, most)
    assert all(line.endswith("。") for line in weighed.lines())


@pytest.mark.parametrize(("about", "raw", "told", "subject", "number", "least", "most"), CASES)
def test_a_million_rows_would_get_the_same(about, raw, told, subject, number, least, most) -> None:
    table = table_of(raw)
    kinds = {"yes": pl.Boolean, "number": pl.Int64, "code": pl.String}
    schema = {fact.name: kinds[fact.kind] for fact in table.asked}
    frame = pl.DataFrame([{name: facts_of(table, told).get(name) for name in schema}], schema=schema)
    found = weigh_all(table, frame, subject).collect().row(0, named=True)
    assert (found["answer"], found["row"], found["least_fen"], found["most_fen"]) == ("one", number, least, most)


@pytest.mark.parametrize("kind", REAL, ids=[kind["about"] for kind in REAL])
def test_the_faults_of_a_table_are_found_and_no_others(kind) -> None:
    found = prove(table_of(kind["table"]))
    assert sorted({fault.kind for fault in found}) == kind["faults"], found
