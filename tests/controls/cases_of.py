"""Reads the YAML of cases that stands beside each control and judges each case as one row of facts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import polars as pl
import yaml

from sanwei.controls.control import PARAMETER, Control
from sanwei.controls.judge import sheet
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY, VOCABULARY
from sanwei.lawbook import lawbook

HERE = Path(__file__).parent


def path_of(control: Control) -> Path:
    """tests/controls/<part>/<name>.yaml of a control's module."""
    part, name = control.module.split(".")[-2:]
    return HERE / part / f"{name}.yaml"


def cases(path: Path) -> list[tuple[str, dict, str, dt.date | None]]:
    """(name, facts, verdict, as-of day or None) of each case in a file."""
    found = yaml.safe_load(path.read_text("utf-8")) or []
    return [(c[0], c[1] or {}, c[2], c[3] if len(c) > 3 else None) for c in found]


def asked_on(facts: dict, as_of: dt.date | None) -> dt.date:
    """The day a case is looked at: as written, else the latest day among its facts."""
    return as_of or max([v for v in facts.values() if isinstance(v, dt.date)], default=dt.date(2026, 1, 5))


def verdict(control: Control, facts: dict, as_of: dt.date | None) -> Verdict:
    """Verdict on one row in which every fact, derived ones too, is as written and everything else is not recorded."""
    wanted = set(control.needs) | {n for n in control.roots if not n.startswith(PARAMETER)}
    if unknown := set(facts) - wanted:
        raise AssertionError(f"{control.code} 不读这些事实：{'、'.join(sorted(unknown))}")
    grain = VOCABULARY.grain(control.grain)
    keys = {KEY: "案", **({grain.id: "行", grain.seq: 1} if grain.many else {})}
    schema = {KEY: pl.String, **({grain.id: pl.String, grain.seq: pl.Int64} if grain.many else {})}
    for name in wanted:
        if name in VOCABULARY.facts:
            schema[name] = VOCABULARY.facts[name].dtype
    row = pl.DataFrame([{n: (keys | facts).get(n) for n in schema}], schema=schema)
    day = asked_on(facts, as_of)
    found = sheet(row, control.grain, (control,), lawbook(), day).long(True)
    return Verdict(found[0]["verdict"][0])
