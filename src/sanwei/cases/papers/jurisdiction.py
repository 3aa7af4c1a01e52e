"""What the request for a designation is filled from."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import DISPUTE_GROUNDS

from .say import cites

NOBODY = Row("", "", 0)


def dispute_context(ctx: Context, rows: Rows) -> dict:
    """The latest dispute."""
    r = rows.last("dispute") or NOBODY
    ground = DISPUTE_GROUNDS.get(r["dispute_ground"], "")
    return {"dispute": {**r.facts, "ground_label": ground, "cites": cites(ctx, "XZCF2009 §21", "XZCF2021 §25")}}
