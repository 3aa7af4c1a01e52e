"""决定：签发。"""

from __future__ import annotations

from sanwei.acts.act import Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row
from sanwei.acts.standing import standing_row

from ..papers.body import principal
from ..violations import every_power
from .base import (
    LEADERS,
    CaseAct,
    certificate,
    live,
    need,
    number,
    paper,
    row_choices,
    standing,
)
from .draft import DraftDecision, standing_draft

_FORMS = {"penalty": "penalty_decision", "no_penalty": "no_penalty_decision"}
# What the draft says besides its answers.
_OF_DRAFT = frozenset(
    "heaviest_kind decision_officers fine_least fine_most exempting_cited lightening_cited detention_empowered"
    " fined_looked_on fined_before fined_before_other".split()
)


@act
class IssueDecision(CaseAct):
    code, label, as_role, roles, stands = "issue_decision", "签发处罚决定", "leader", LEADERS, True
    clauses = ("XZCF2021 §57(1)", "XZCF2021 §57(2)", "XZCF2021 §58(1)", "XZCF2021 §62", "ZZ39 三(三)四", "ZZ77 二(二)5")
    hint = "签发之日为作出决定之日；决定书随即编号，送达、公开、备案的期限从此起算。"
    opens_at = frozenset("reviewing noticing defending hearing deliberating deciding".split())

    def closed(self, ctx: Context):
        waits = ctx.matter is not None and ctx.matter.waiting_for == "leader"
        return live(ctx) or need(
            (standing_draft(ctx) is not None, "承办人还没有拟写决定", "由承办人拟写决定并呈批"),
            (standing_draft(ctx) is None or waits, "决定稿已退回，等待承办人修改", "由承办人修改后重新呈批"),
        )

    def awaits(self, ctx: Context) -> frozenset[str]:
        """Without a draft: all that the draft will say, but for the penalty proposed, by which thresholds are told."""
        if standing_draft(ctx) is not None:
            return frozenset()
        kinds = ctx.facts["proposed_kinds"]
        known = {"decision_kind"} | ({"penalty_kinds"} if kinds else set())
        known |= {"fine"} if ctx.facts["proposed_fine"] is not None or (kinds and "fine" not in kinds) else set()
        known |= {"confiscation"} if kinds and "confiscation" not in kinds else set()
        return (frozenset({a.name for a in DraftDecision.asks}) | _OF_DRAFT) - known

    def sketch(self, ctx: Context):
        draft = standing_draft(ctx)
        facts = {"decided_on": ctx.day, "decider_no": certificate(ctx)}
        if draft is None:
            facts |= {"drafted_on": ctx.day, "decision_kind": "penalty", "on_the_spot": False}
            facts |= {"fine": ctx.facts["proposed_fine"], "penalty_kinds": ctx.facts["proposed_kinds"]}
        facts["named_body"] = principal(ctx).code
        return [Laid("decision", facts, draft.row if draft else None, anew=True), *_replaced(ctx, draft)]

    def plan(self, ctx: Context, data) -> Plan:
        draft = standing_draft(ctx)
        no = _number(ctx, draft)
        facts = {"decided_on": ctx.day, "decider_no": certificate(ctx), "decision_no": no}
        facts["named_body"] = principal(ctx).code
        head = {"waiting_for": "", "decided_on": ctx.day, "fine_fen": draft["fine"]}
        form = (
            "change_decision" if draft["changes_decision"] else _FORMS.get(draft["decision_kind"], "penalty_decision")
        )
        laid = [Laid("decision", facts, draft.row, anew=True), *_replaced(ctx, draft)]
        laid += [standing_row(self, ctx, code) for code in every_power(ctx.rows)[1:]]
        return Plan(laid=laid, head=head, papers=[paper(ctx, form, no), paper(ctx, "penalty_approval")])


def _number(ctx: Context, draft: Row) -> str:
    if draft["changes_decision"]:
        return number(ctx, "change", "罚变")
    return number(ctx, "decision", "罚决" if draft["decision_kind"] == "penalty" else "不罚决")


def _replaced(ctx: Context, draft: Row | None) -> list[Laid]:
    """What a decision that changes an earlier one does to it: that one ends today, and what was paid on it counts for
    this one."""
    if draft is None or not draft["changes_decision"]:
        return []
    old = draft["changes_decision"]
    paid = [p for p in ctx.rows.all("payment") if p["paid_decision"] == old]
    return [
        Laid("decision", {"revoked_on": ctx.day}, old),
        *(Laid("payment", {"paid_decision": draft.row}, p.row) for p in paid),
    ]


def made(grain: str, link: str):
    """Choices of decisions made and not revoked that no row of `grain` is linked to yet."""

    def label(r):
        return f"{r['decision_no'] or '决定'}（{r['decided_on']}）"

    def choices(ctx: Context):
        linked = {r[link] for r in ctx.rows.all(grain)}
        rows = {d.row for d in standing(ctx)} - linked
        return row_choices("decision", label, lambda r: r.row in rows)(ctx)

    return choices


all_made = row_choices(
    "decision", lambda r: f"{r['decision_no'] or '决定'}（{r['decided_on']}）", lambda r: bool(r["decided_on"])
)


def decided_day(ctx: Context, row: object):
    """The day of the decision of this row; None where there is none."""
    found = ctx.rows.get("decision", str(row or ""))
    return found["decided_on"] if found else None


def only(choices):
    """The first of the choices, as what is known already."""
    return lambda ctx: next((value for value, _ in choices(ctx)), None)
