"""What the papers off the straight way are filled from."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Rows

from .clock import clock_context
from .jurisdiction import dispute_context
from .people import People
from .transfer import transfer_context


def branches(ctx: Context, rows: Rows, people: People) -> dict:
    """Terms, transfers: laid over the common context of every paper."""
    return clock_context(ctx, rows, people) | transfer_context(ctx, rows, people) | dispute_context(ctx, rows)
