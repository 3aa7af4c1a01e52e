"""决定：拟稿、签发。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row
from sanwei.facts.codes import PENALTY_KINDS
from sanwei.people.queries import certificates_on

from .. import wrong
from ..lenience import wrong_basis
from .base import (
    LEADERS,
    CaseAct,
    all_basis,
    basis_choices,
    certificate,
    change_open,
    fine_range,
    live,
    need,
    number,
    paper,
    penalty_choices,
    row_choices,
    standing,
)
from .deliberation import noticed


def heaviest(kinds: list[str]) -> str | None:
    order = list(PENALTY_KINDS)
    return max(kinds, key=order.index) if kinds else None


def _panel_fine(ctx: Context):
    last = ctx.rows.last("panel")
    return last["panel_fine"] if last else ctx.facts["proposed_fine"]


def _answers(ctx: Context) -> str:
    return "\n".join(d["defence_answer"] for d in ctx.rows.all("defence") if d["defence_answer"])


def _power(name: str):
    return lambda ctx: getattr(ctx.book.power(ctx.facts["power_code"]), name) or None


def handlers(ctx: Context) -> list[str]:
    """Certificate numbers of the officers in charge of the case, today's."""
    pair = [o for o in (ctx.matter.officer, ctx.matter.partner) if o is not None]
    held = certificates_on(pair, ctx.day)
    return [held[o.pk] for o in pair if o.pk in held]


def standing_draft(ctx: Context):
    """The draft not yet issued, if any."""
    return next((d for d in ctx.rows.all("decision") if not d["decided_on"]), None)


def decided(ctx: Context) -> bool:
    return any(d["decided_on"] for d in ctx.rows.all("decision"))


@act
class DraftDecision(CaseAct):
    code, label = "draft_decision", "拟写决定并呈批"
    hint = "写明事实和证据、依据、裁量理由、对申辩的回应、违法成因和整改指导，呈负责人签发。"
    opens_at = frozenset("defending hearing deliberating deciding".split())
    asks = (
        Ask("decision_kind", initial="penalty"),
        Ask(
            "penalty_kinds",
            required=False,
            kind="choices",
            choices=penalty_choices,
            initial=lambda ctx: ctx.facts["proposed_kinds"],
        ),
        Ask("fine", required=False, initial=_panel_fine),
        Ask("confiscation", required=False),
        Ask("facts_found", long=True, initial=lambda ctx: ctx.facts["investigation_findings"]),
        Ask(
            "decision_basis",
            kind="choices",
            choices=basis_choices,
            initial=all_basis,
            help="从轻、减轻或者不予处罚的，同时选出相应的条款",
        ),
        Ask("reasons", long=True, initial=lambda ctx: ctx.facts["proposed_reason"]),
        Ask("answer_to_defence", required=False, long=True, initial=_answers, help="当事人提出过意见的必须回应"),
        Ask("correction_terms", required=False, long=True, initial=lambda ctx: ctx.facts["correction_demanded"]),
        Ask("causes", long=True, initial=_power("causes")),
        Ask("advice", long=True, initial=_power("advice")),
        Ask("remedies_told", initial=True),
    )

    def closed(self, ctx: Context):
        return noticed(ctx) or need(
            (
                not standing(ctx) or change_open(ctx) is not None,
                "本案已经作出决定",
                "需要变更、撤销的，先呈报负责人批准",
            )
        )

    def wrong(self, ctx: Context, data):
        basis = wrong_basis(data.get("decision_kind"), data.get("decision_basis"))
        if data.get("decision_kind") == "penalty":
            none = {} if data.get("penalty_kinds") else {"penalty_kinds": "给予处罚的，请选择处罚种类"}
            return (
                basis
                | none
                | wrong.fine_with_kind(data, "penalty_kinds", "fine")
                | wrong.confiscation_with_kind(data, "penalty_kinds", "confiscation")
            )
        given = [name for name in ("fine", "confiscation") if data.get(name)]
        return basis | dict.fromkeys(given, "不给予处罚的，不能填写罚没数额，请清空")

    def plan(self, ctx: Context, data) -> Plan:
        names = (
            "decision_kind penalty_kinds fine confiscation facts_found decision_basis reasons"
            " answer_to_defence correction_terms causes advice"
        )
        facts = {n: data.get(n) or None for n in names.split()} | {
            "remedies_told": data["remedies_told"],
            "drafted_on": ctx.day,
        }
        facts |= {
            "on_the_spot": False,
            "heaviest_kind": heaviest(data.get("penalty_kinds") or []),
            "decision_officers": handlers(ctx),
        }
        facts["fine_least"], facts["fine_most"] = fine_range(ctx, ctx.facts["party_kind"])
        if change := change_open(ctx):
            facts["changes_decision"] = change["revised_decision"]
        draft = standing_draft(ctx)
        return Plan(laid=[Laid("decision", facts, draft.row if draft else None)], head={"waiting_for": "leader"})


_FORMS = {"penalty": "penalty_decision", "no_penalty": "no_penalty_decision"}
# What the draft says besides its answers.
_OF_DRAFT = {"heaviest_kind", "decision_officers", "fine_least", "fine_most"}


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
        return frozenset({a.name for a in DraftDecision.asks} | _OF_DRAFT) - known

    def sketch(self, ctx: Context):
        draft = standing_draft(ctx)
        facts = {"decided_on": ctx.day, "decider_no": certificate(ctx)}
        if draft is None:
            facts |= {"drafted_on": ctx.day, "decision_kind": "penalty", "on_the_spot": False}
            facts |= {"fine": ctx.facts["proposed_fine"], "penalty_kinds": ctx.facts["proposed_kinds"]}
        return [Laid("decision", facts, draft.row if draft else None, anew=True), *_replaced(ctx, draft)]

    def plan(self, ctx: Context, data) -> Plan:
        draft = standing_draft(ctx)
        no = _number(ctx, draft)
        facts = {"decided_on": ctx.day, "decider_no": certificate(ctx), "decision_no": no}
        head = {"waiting_for": "", "decided_on": ctx.day, "fine_fen": draft["fine"]}
        form = (
            "change_decision" if draft["changes_decision"] else _FORMS.get(draft["decision_kind"], "penalty_decision")
        )
        laid = [Laid("decision", facts, draft.row, anew=True), *_replaced(ctx, draft)]
        return Plan(laid=laid, head=head, papers=[paper(ctx, form, no)])


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
