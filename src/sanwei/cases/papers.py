"""Documents of a case: what each form's fields are filled from."""

from __future__ import annotations

from sanwei.acts.act import Context, Plan
from sanwei.acts.rows import Rows


def draw_up(ctx: Context, rows: Rows, plan: Plan) -> list:
    """Unsaved documents of the plan's papers."""
    return []
