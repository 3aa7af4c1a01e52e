"""Rows of facts written short, for tests of the evaluator."""

from __future__ import annotations

import datetime as dt

from sanwei.controls.control import Control
from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import frame
from sanwei.lawbook import lawbook

REVIEW, SERVED = "case.legal-review-first", "case.served-in-time"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def rows_of(grain: str, *rows: dict, case: str = "甲", ordered: bool = True) -> list[dict]:
    """Rows with keys: `id` and `seq` may be given, days are written as text."""
    g, out = VOCABULARY.grain(grain), []
    for n, row in enumerate(rows, start=1):
        facts = {k: day(v) if k.endswith("_on") else v for k, v in row.items() if k not in ("id", "seq")}
        keys = {g.id: row.get("id", f"{grain}{n}"), g.seq: row.get("seq", n) if ordered else None} if g.many else {}
        out.append({KEY: case, **keys, **facts})
    return out


def verdicts(code: str | Control, today: str, book=None, **grains: list[dict]) -> dict[str, str]:
    """row → verdict in words; what is not asked is left out."""
    control = register()[code] if isinstance(code, str) else code
    made = {g: frame(g, rows) for g, rows in grains.items()}
    judgement = judge(made, [control], book or lawbook(), day(today))
    assert judgement.missing == {}
    return {f["row"]: Verdict(f["verdict"]).label for f in judgement.findings.iter_rows(named=True)}
