"""并案：一条线索或者一案并入另一案，两边互相指明，材料一并移过去。"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.perform import perform
from sanwei.acts.registry import act, get
from sanwei.acts.rows import Laid
from sanwei.people.models import Officer

from ..models import Case
from .base import LEADERS, CaseAct, certificate, need, own, picked
from .transfer import unended

SOURCES = frozenset("lead filing investigating".split())
TARGETS = ("lead", "filing", "investigating", "reviewing", "noticing")
CARRIED = ("contact", "evidence")
_carrying: ContextVar[bool] = ContextVar("carrying", default=False)


@contextmanager
def carrying() -> Iterator[None]:
    """Within the block another case's rows may be taken over; no page can open it."""
    token = _carrying.set(True)
    try:
        yield
    finally:
        _carrying.reset(token)


def is_carrying() -> bool:
    """Whether a merger or a split is handing rows over."""
    return _carrying.get()


def targets(ctx: Context) -> list[tuple[str, str]]:
    """Other cases of the body that a matter may still join, the same party's first."""
    found = Case.objects.filter(body=ctx.body, stage__in=TARGETS)
    party = ctx.matter.party_name if ctx.matter is not None else ""
    found = found.exclude(pk=ctx.rows.matter_id).order_by("-touched_at", "id")[:60]
    near = sorted(found, key=lambda c: c.party_name != party)
    return [(str(c.pk), f"{c.number} {c.party_name} {c.title}"[:80]) for c in near]


@act
class ProposeMerge(CaseAct):
    code, label, aside = "propose_merge", "呈报并案", True
    hint = "同一事项的几条线索、同一当事人的关联案件，可以并入一案处理；举报人仍然逐一答复。"
    opens_at = SOURCES
    asks = (Ask("merged_into_id", kind="choice", label="并入哪一案", choices=targets), Ask("merge_reason", long=True))

    def closed(self, ctx: Context):
        f = ctx.facts
        return unended(ctx) or need(
            (not f["merge_asked_on"], "已经呈报并案，正在等待批准", "由行政机关负责人批准"),
            (not ctx.rows.all("joined"), "已有其他线索并入本案，不能再并入另一案", "把另一案并入本案"),
            (ctx.matter is None or ctx.matter.stage in SOURCES, "本案已经送审，不能再并案", ""),
        )

    def plan(self, ctx: Context, data) -> Plan:
        target = Case.objects.get(pk=data["merged_into_id"], body=ctx.body)
        facts = picked(data, "merged_into_id merge_reason") | {
            "merge_asked_on": ctx.day,
            "merged_into": target.number,
        }
        return Plan(laid=[own(facts)], head={"waiting_for": "leader"})


class Carry:
    """What the absorbed case hands over, written into the other case when this one's act is written."""

    def __init__(self, officer: Officer, target: str, laid: list[Laid]):
        self.officer, self.target, self.laid = officer, target, laid

    def save(self, *, force_insert: bool) -> None:
        with carrying():
            perform(get("take_over"), officer=self.officer, data={"rows": self.laid}, matter_id=self.target)


@act
class ApproveMerge(CaseAct):
    code, label, as_role, roles, aside = "approve_merge", "批准并案", "leader", LEADERS, True
    hint = "批准之后本案到此为止，检查笔录和证据随案并入另一案，两案互相指明；举报人仍在本案逐一答复。"
    opens_at = SOURCES

    def closed(self, ctx: Context):
        f = ctx.facts
        asked = bool(f["merge_asked_on"])
        there = not asked or Case.objects.filter(pk=f["merged_into_id"], stage__in=TARGETS).exists()
        return unended(ctx) or need(
            (asked, "承办人还没有呈报并案", "由承办人呈报并案"),
            (there, "要并入的案件已经进入陈述申辩以后的环节，不能再并入", "不并案，分别处理"),
        )

    def sketch(self, ctx: Context):
        return [own({"merged_on": ctx.day, "merge_approver": certificate(ctx)})]

    def plan(self, ctx: Context, data) -> Plan:
        f = ctx.facts
        joined = {
            "joined_on": ctx.day,
            "joined_from": ctx.matter.number,
            "joined_from_id": ctx.rows.matter_id,
            "joined_reason": f["merge_reason"],
        }
        rows = [Laid("joined", joined)] + [Laid(r.grain, dict(r.facts), r.row) for r in ctx.rows if r.grain in CARRIED]
        carry = Carry(ctx.officer, f["merged_into_id"], rows)
        return Plan(laid=self.sketch(ctx), head={"waiting_for": ""}, saves=[carry])


@act
class TakeOver(CaseAct):
    """The other side of a merger: rows laid into the case that goes on. Only a merger opens it."""

    code, label, as_role, roles, aside = "take_over", "并入另一案的材料", "leader", LEADERS, True
    hint = "随并案的批准自动办理。"

    def closed(self, ctx: Context):
        return need((is_carrying(), "不能单独办理", "由负责人在被并入的案件上批准并案"))

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=list(data["rows"]))
