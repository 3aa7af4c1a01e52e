"""What documents say beyond the straight case; laid over the common context of `fill`."""

from __future__ import annotations

from sanwei.acts.act import Context, Paper, Plan
from sanwei.acts.rows import Rows

from .revised import revision


def more(ctx: Context, rows: Rows, plan: Plan, paper: Paper, common: dict) -> dict:
    """The common context of a paper with what its branch adds or says otherwise."""
    return {**common, "revision": revision(ctx, rows)}
