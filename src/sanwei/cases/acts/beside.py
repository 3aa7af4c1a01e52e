"""What the acts beside the straight way share: measures, samples, preserved evidence, things."""

from __future__ import annotations

from django.utils import timezone

from sanwei.acts.act import Context
from sanwei.facts.codes import MEASURE_KINDS

from ..violations import every_power
from .base import BEFORE_DECISION, CaseAct, need

# A measure may be needed before the case is filed.
FROM_THE_LEAD = BEFORE_DECISION | {"lead", "filing"}


def alive(ctx: Context):
    """A matter that has not ended; filed or not."""
    f = ctx.facts
    return need(
        (not f["closed_on"], "本案已经结案", ""),
        (not f["terminated_on"], "本案已经销案", ""),
        (not f["lead_refused_on"], "本线索已经决定不予立案", ""),
    )


def told_of(row) -> str:
    """A measure as a list of choices names it."""
    return f"{MEASURE_KINDS.get(row['measure_kind'], '措施')}：{str(row['measure_target'] or '')[:40]}"


def open_measure(row) -> bool:
    """Taken and not ended."""
    return bool(row["measure_on"]) and not row["measure_ended_on"]


def given(ctx: Context, kind: str) -> list[str]:
    """The clauses that let the case's powers take this kind of measure today."""
    held = [found for code in every_power(ctx.rows) for found in ctx.book.power(code).measures]
    return list(dict.fromkeys(clause.ref for k, clause in held if k == kind and clause.in_force_on(ctx.day)))


def clock_time(ctx: Context) -> str:
    """The time of day, as 09:05."""
    return f"{timezone.localtime(ctx.now):%H:%M}"


def row_name(ctx: Context, grain: str) -> str:
    return f"{grain}-{len(ctx.rows.all(grain)) + 1}"


# Stages in which the leader's word is awaited for the case itself.
LEADERS_TURN = frozenset({"filing", "deciding", "closing"})


def before_the_leader(ctx: Context) -> dict[str, object]:
    """The head when something beside the way is asked of the leader; whoever is awaited for the case stays so."""
    return {"waiting_for": "leader"} if not ctx.matter.waiting_for else {}


def ruled(ctx: Context) -> dict[str, object]:
    """The head when the leader has answered it."""
    mine = ctx.matter.waiting_for == "leader" and ctx.matter.stage not in LEADERS_TURN
    return {"waiting_for": ""} if mine else {}


class OnMeasure(CaseAct):
    """What measures share: they lie beside the way of the case, and may be needed before it is filed."""

    aside = True

    def closed(self, ctx: Context):
        return alive(ctx)
