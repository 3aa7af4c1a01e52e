"""A small record: three matters of one body, in two parts; what goes wrong in them is written beside."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from sanwei.audit.run.folder import BODIES, MATTERS, Folder, FolderWriter, open_folder
from sanwei.controls.tests.rows import REVIEW, SERVED, day, rows_of
from sanwei.facts.frames import Frames, frame

TODAY = day("2024-09-30")
CODES = (REVIEW, SERVED)
DECIDED = {"decided_on": "2024-05-06", "decision_kind": "penalty", "penalty_kinds": ["fine"], "fine": 100_000}


def matter(name: str, *, reviewed: bool, served: str | None, body: str = "甲局") -> dict[str, list[dict]]:
    """Grain → rows of one matter with one decision."""
    case = [{"case_id": name, "body_code": body, "procedure": "ordinary", "filed_on": day("2024-04-01")}]
    found = {"case": case, "decision": rows_of("decision", {**DECIDED, "id": "d1", "seq": 9}, case=name)}
    if reviewed:
        review = {"reviewed_on": "2024-05-03", "review_outcome": "passed"}
        found["review"] = rows_of("review", review, case=name)
    if served:
        service = {"served_on": served, "served_decision": "d1", "service_method": "direct"}
        found["service"] = rows_of("service", service, case=name)
    return found


def frames(*matters: dict[str, list[dict]]) -> Frames:
    grains = {g for m in matters for g in m}
    return {g: frame(g, [row for m in matters for row in m.get(g, [])]) for g in sorted(grains)}


GOOD = matter("案1", reviewed=True, served="2024-05-08")
UNSERVED = matter("案2", reviewed=True, served=None)
BAD = matter("案3", reviewed=False, served="2024-06-28", body="乙局")


def folder(path: Path) -> Folder:
    """案1、案2 in the first part, 案3 in the second."""
    writer = FolderWriter(path)
    for some in ((GOOD, UNSERVED), (BAD,)):
        heads = [(m["case"][0]["case_id"], "case", f"〔2024〕{m['case'][0]['case_id']}号", "甲局") for m in some]
        writer.part(frames(*some), pl.DataFrame(heads, schema=MATTERS, orient="row"))
    bodies = pl.DataFrame([("甲局", "某市甲局"), ("乙局", "=乙局")], schema=BODIES, orient="row")
    writer.close(bodies, as_of=TODAY)
    return open_folder(path)
