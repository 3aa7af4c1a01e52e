"""Documents of a case: each form's fields are filled from the facts after the act; nothing is typed twice."""

from __future__ import annotations

from sanwei.acts.act import Context, Plan
from sanwei.acts.rows import Rows
from sanwei.documents.drawing import draw_up as draw
from sanwei.documents.forms import load
from sanwei.documents.models import Document

from .branches import branches
from .fill import context_for
from .held import context_of
from .later import more
from .people import People


def draw_up(ctx: Context, rows: Rows, plan: Plan) -> list[Document]:
    """Unsaved documents of the plan's papers. A fresh version follows an earlier one of the same form without a
    number of its own.
    """
    drawn, people = [], People(ctx, rows)
    beside = branches(ctx, rows, plan, people) if plan.papers else {}
    for paper in plan.papers:
        context = more(ctx, rows, plan, paper, context_for(ctx, rows, plan, paper, people))
        drawn.append(
            draw(
                matter_kind="case",
                matter_id=str(ctx.matter.pk),
                body_code=context["body"]["code"],
                officer_code=ctx.officer.code,
                form=load(paper.form, paper.day, ctx.book.pinned.get(paper.form, "")),
                context=context | beside | context_of(ctx, rows, paper, people),
                number=paper.number,
                on=paper.day,
                act=plan.act,
            )
        )
    return drawn
