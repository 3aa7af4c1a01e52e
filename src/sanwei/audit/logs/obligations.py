"""Obligations as steps: what each control asked of each activation, so that other programs see it beside the events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from sanwei.controls.verdict import Verdict

NAME = "义务："  # before the code of the control


def obligations(findings: pl.DataFrame, says: Mapping[str, str] | None = None) -> Iterator[dict[str, str]]:
    """One obligation a finding: id, case_id, name, at (the due day, else the day it began), attributes in words."""
    for n, row in enumerate(findings.iter_rows(named=True)):
        day = row["due"] or row["since"]
        found = {
            "id": f"{row['control']}@{row['row']}#{n}",
            "case_id": row["case_id"],
            "name": f"{NAME}{row['control']}",
            "at": day.isoformat() if day else None,
            "control": row["control"],
            "verdict": Verdict(row["verdict"]).label,
            "row": row["row"],
            "by": row.get("by"),
            "title": (says or {}).get(row["control"]),
        }
        yield found | {k: row[k].isoformat() for k in ("since", "due", "done") if row[k] is not None}
