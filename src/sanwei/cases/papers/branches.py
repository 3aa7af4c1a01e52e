"""What the papers off the straight way are filled from."""

from __future__ import annotations

from sanwei.acts.act import Context, Plan
from sanwei.acts.rows import Rows

from .clock import clock_context
from .jurisdiction import dispute_context
from .leads import lead_context
from .people import People
from .transfer import transfer_context


def branches(ctx: Context, rows: Rows, plan: Plan, people: People) -> dict:
    """Leads, terms, transfers, disputes: laid over the common context of every paper."""
    found = clock_context(ctx, rows, people) | transfer_context(ctx, rows, people)
    return found | dispute_context(ctx, rows) | lead_context(ctx, rows, plan, people)
