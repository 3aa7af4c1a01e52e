"""What the gate alone costs, without a query: all controls of one act, with and without the time limits."""

from __future__ import annotations

from collections.abc import Iterator

from answers import EVIDENCE, at_stage
from ground import Crew
from meter import Measured, measure

from sanwei.acts import registry
from sanwei.acts.act import Actor, Context
from sanwei.acts.gate import ahead, weigh
from sanwei.acts.perform import context
from sanwei.acts.standing import actor_row, standing_row
from sanwei.cases.views.nexts import next_acts
from sanwei.controls.register import guarding, timed
from sanwei.people.models import Officer

GATE = {"cpu": 5}


def gates(crew: Crew, times: int) -> Iterator[Measured]:
    for code, stage, who in (("add_evidence", "investigating", None), ("issue_decision", "deciding", crew.leader)):
        case = next(at_stage(stage, crew))
        yield from _gate(code, context(who or case.officer, case), times)
    for stage in ("deciding", "executing"):
        case = next(at_stage(stage, crew))
        ctx = context(case.officer, case)
        yield measure(f"案件页的全部行为（{stage}）", "经办人", lambda _, ctx=ctx: next_acts(ctx, ()), times=times)


def _gate(code: str, ctx: Context, times: int) -> Iterator[Measured]:
    act = registry.get(code)
    after, touched = ctx.rows.over(_laid(code, ctx), ctx.matter.version + 1)
    guards, limits = len(guarding(code)), len(timed())
    name = f"关口：{code}（{guards} 条控制"
    who = _role(ctx.officer)

    def alone(_: int) -> object:
        return weigh(act, ctx, after, touched, with_duties=False)

    def whole(_: int) -> object:
        return weigh(act, ctx, after, touched)

    yield measure(f"{name}）", who, alone, times=times, **GATE)
    yield measure(f"{name}，另加 {limits} 条期限）", who, whole, times=times)
    yield measure(f"办理前的关口：{code}", who, lambda _: ahead(act, ctx), times=times)


def _laid(code: str, ctx: Context) -> list:
    """The facts the act would lay, as `perform` puts them together."""
    act = registry.get(code)
    power = ctx.facts["power_code"]
    laid = act.plan(ctx, EVIDENCE).laid if code == "add_evidence" else act.sketch(ctx)
    laid = [*laid, actor_row(act, ctx, Actor(ctx.officer, act.as_role), power)]
    return [*laid, standing_row(act, ctx, power)] if act.stands else laid


def _role(officer: Officer) -> str:
    return officer.title or officer.name
