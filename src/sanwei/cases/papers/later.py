"""What documents say beyond the straight case; laid over the common context of `fill`."""

from __future__ import annotations

from sanwei.acts.act import Context, Paper, Plan
from sanwei.acts.rows import Row, Rows

from .body import speaking
from .heard import defence, hearing, panel
from .revised import revision


def more(ctx: Context, rows: Rows, plan: Plan, paper: Paper, common: dict) -> dict:
    """The common context of a paper with what its branch adds or says otherwise."""
    found = {
        **common,
        "body": speaking(ctx, common["body"]),
        "hearing": hearing(ctx, rows, common["hearing"]),
        "defence": defence(rows),
        "panel": panel(rows, common["panel"]),
        "revision": revision(ctx, rows),
    }
    if paper.form == "penalty_approval":
        found["approval"] = _approval(ctx, rows, common)
    return found


def _approval(ctx: Context, rows: Rows, common: dict) -> dict:
    """The opinions at the foot of the approval of a decision: the undertaker's draft, the leader who signs today."""
    r = rows.last("decision") or Row("", "", 0)
    handler = next(iter(common["officers"]), {})
    me = {"name": ctx.officer.name, "certificate_no": ctx.held.get("certificate_no") or ""}
    return {
        "undertaker": {"opinion": r["reasons"], "day": r["drafted_on"], **handler},
        "leader": {"opinion": "同意。", "day": r["decided_on"], **me},
    }
