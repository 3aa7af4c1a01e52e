"""`summary.json`: what a program reads of an examination. What could not be asked stands first."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl

from sanwei.controls.verdict import Verdict
from sanwei.facts import VOCABULARY

from .examining import Found

RATED = (Verdict.KEPT, Verdict.LATE, Verdict.OVERDUE, Verdict.BREACH)


def label(name: str) -> str:
    """A fact's label; whole tables come with their label already."""
    return VOCABULARY.facts[name].label if name in VOCABULARY.facts else name


def by_control(found: Found) -> dict[str, dict[Verdict, int]]:
    """Control → obligations by verdict, for those that were asked at all."""
    told: dict[str, dict[Verdict, int]] = {}
    counted = found.whole.tally.group_by("control", "verdict").agg(pl.col("n").sum()).sort("control", "verdict")
    for code, verdict, n in counted.iter_rows():
        told.setdefault(code, {})[Verdict(verdict)] = n
    return told


def rate(counts: dict[Verdict, int]) -> float | None:
    """Share of what was kept among what was asked and could be told; None where nothing could."""
    told = sum(counts.get(v, 0) for v in RATED)
    return counts.get(Verdict.KEPT, 0) / told if told else None


def summary(found: Found) -> dict[str, object]:
    """As written to the file. 不适用 and 无法判定 are never among what was kept."""
    question, told = found.question, by_control(found)
    asked = [c for c in question.controls if c.code not in found.missing]
    reading = question.reading
    return {
        "not_assessable": {code: [label(name) for name in gone] for code, gone in sorted(found.missing.items())},
        "never_asked": [c.code for c in asked if c.code not in told],
        "undetermined_for_want_of": [
            {"control": c, "fact": f, "label": label(f), "n": n} for c, f, n in found.whole.unknown.iter_rows()
        ],
        "source": question.path.name,
        "read": {"rows": reading.read, "taken": reading.taken, "refused": reading.refused.height},
        "unknown_columns": list(reading.unknown),
        "as_of": question.as_of.isoformat(),
        "law": {"packs": list(question.book.packs), "version": question.book.version},
        "controls": len(question.controls),
        "matters": found.whole.matters,
        "obligations": {v.name.lower(): n for v, n in found.counts().items()},
        "by_control": {
            code: {v.name.lower(): n for v, n in counts.items()} | {"kept_rate": rate(counts)}
            for code, counts in told.items()
        },
        "written": [v.name.lower() for v in sorted(question.only)],
    }


def write_summary(found: Found, out: Path) -> Path:
    file = out / "summary.json"
    file.write_text(json.dumps(summary(found), ensure_ascii=False, indent=1), encoding="utf-8")
    return file
