"""拟写决定：处罚或者不予处罚，种类、数额、期限、理由，呈负责人签发。"""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Rows
from sanwei.facts.codes import PENALTY_KINDS
from sanwei.people.queries import certificates_on

from .. import violations as v
from .. import wrong
from ..earlier import fined_already, looked_up
from ..lenience import clause_of, of_basis
from ..parties import FIRST, asked_of, everybody, kind_of, told, undecided_parties
from ..stages import goes_free
from .base import (
    CaseAct,
    all_basis,
    basis_choices,
    change_open,
    fine_range,
    need,
    penalty_choices,
)
from .deliberation import ended, noticed, passed


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


def _weighed(name: str):
    """What the latest weighing of responsibility says."""

    def known(ctx: Context):
        row = ctx.rows.last("responsibility")
        return row[name] if row else None

    return known


def _kind(ctx: Context) -> str:
    if v.several(ctx.rows):
        ready = chargeable(ctx.rows)
        found = [r for party in ready[:1] for r in v.charges(ctx.rows, party)]
        return "no_penalty" if found and not any(r["charge_kinds"] for r in found) else "penalty"
    return "no_penalty" if _weighed("weighed_outcome")(ctx) == "none" else "penalty"


def _basis(ctx: Context) -> list[str]:
    """The clauses of the power, and the one by which the party goes free where that was weighed."""
    exempt = clause_of(ctx, _weighed("exempt_ground")(ctx))
    return [*all_basis(ctx), *([exempt] if exempt else [])]


def _grade(ctx: Context) -> str | None:
    found = _weighed("weighed_outcome")(ctx)
    return found if found in ("lighter", "mitigated") else "ordinary" if found == "full" else None


def relied_on(ctx: Context) -> list[str]:
    """The evidence nobody excluded."""
    return [e.row for e in ctx.rows.all("evidence") if e["evidence_relied_on"] is not False]


def _evidence(ctx: Context) -> list[tuple[str, str]]:
    kept = set(relied_on(ctx))
    found = [e for e in ctx.rows.all("evidence") if e.row in kept]
    return [(e.row, f"{e['evidence_no']} 号 {e['evidence_title']}") for e in found]


# What a kind of penalty must say besides itself; asked in a group of its own.
_DETAIL = "处罚的具体内容（按所选种类填写，没有的留空）"
_PENALTY = ("decision_kind", "penalty")
_TIMED = ("penalty_kinds", "suspend_licence", "restrict_business", "suspend_business", "restrict_profession")
_LICENSED = ("penalty_kinds", "suspend_licence", "downgrade", "revoke_licence")
DETAILS = (
    Ask("penalty_from", required=False, group=_DETAIL, only_with=_TIMED),
    Ask("penalty_until", required=False, group=_DETAIL, only_with=_TIMED),
    Ask("restriction_terms", required=False, long=True, group=_DETAIL, only_with=_TIMED),
    Ask("licence_named", required=False, group=_DETAIL, only_with=_LICENSED),
    Ask("confiscated_things", required=False, long=True, group=_DETAIL, only_with=("penalty_kinds", "confiscation")),
)


def draftable(rows: Rows) -> list[str | None]:
    """The parties whose decision may be drafted: those without one; of a change, that of the decision changed."""
    return undecided_parties(rows) or everybody(rows)


def chargeable(rows: Rows) -> list[str | None]:
    """Of these parties those for whom every deed of a case with several violations has its charge."""
    return [party for party in draftable(rows) if not v.uncharged(rows, party)]


def with_charges(ctx: Context, data: Mapping[str, object]) -> dict[str, object]:
    """The answers, with the sums of the charges where a case holds several violations."""
    if not v.several(ctx.rows):
        return dict(data)
    return dict(data) | v.combined(v.charges(ctx.rows, _party(data)))


def _party(data: Mapping[str, object]) -> str | None:
    chosen = data.get("decided_party")
    return None if chosen in (None, "", FIRST) else str(chosen)


def fined_elsewhere(ctx: Context) -> list:
    """Cases in which one of the deeds of this case may already have been fined."""
    f, deeds = ctx.facts, v.powers(ctx.rows)
    known = [(code, day) for deed, codes in deeds.items() if (day := v.ended_on(ctx.rows, deed)) for code in codes]
    return fined_already(ctx.matter.party, known, f["lead_place"] or "", ctx.matter.pk)


def _may_detain(ctx: Context) -> bool:
    """Whether the law gives one of the case's powers detention: the packs list such a power for the police alone."""
    return any(p.kind == "detention" for code in v.every_power(ctx.rows) for p in ctx.book.power(code).penalties)


_SUMMED = frozenset({"penalty_kinds", "fine", "confiscation"})


@act
class DraftDecision(CaseAct):
    code, label = "draft_decision", "拟写决定并呈批"
    hint = "写明事实和证据、依据、裁量理由、对申辩的回应、违法成因和整改指导，呈负责人签发。"
    opens_at = frozenset("defending hearing deliberating deciding".split())
    asks = (
        Ask("decision_kind", initial=_kind),
        Ask(
            "no_penalty_ground",
            required=False,
            initial=_weighed("exempt_ground"),
            help="不予处罚的必须选择",
            only_with=("decision_kind", "no_penalty"),
        ),
        Ask(
            "penalty_kinds",
            required=False,
            kind="choices",
            choices=penalty_choices,
            initial=lambda ctx: ctx.facts["proposed_kinds"],
            only_with=_PENALTY,
        ),
        Ask("fine", required=False, initial=_panel_fine, only_with=("penalty_kinds", "fine")),
        Ask("confiscation", required=False, only_with=("penalty_kinds", "confiscation")),
        Ask("decision_grade", required=False, initial=_grade, help="给予处罚的填写", only_with=_PENALTY),
        *DETAILS,
        Ask("facts_found", long=True, initial=lambda ctx: ctx.facts["investigation_findings"]),
        Ask("facts_beyond_notice", required=False, initial=False, help="有的，先重新告知，再作决定"),
        Ask(
            "cited_evidence",
            required=False,
            kind="choices",
            choices=_evidence,
            initial=relied_on,
            help="已经排除的证据不在其中",
        ),
        Ask(
            "decision_basis",
            kind="choices",
            choices=basis_choices,
            initial=_basis,
            help="从轻、减轻或者不予处罚的，同时选出相应的条款",
        ),
        Ask("reasons", long=True, initial=lambda ctx: ctx.facts["proposed_reason"]),
        Ask("answer_to_defence", required=False, long=True, initial=_answers, help="当事人提出过意见的必须回应"),
        Ask("correction_terms", required=False, long=True, initial=lambda ctx: ctx.facts["correction_demanded"]),
        Ask("causes", long=True, initial=_power("causes")),
        Ask("advice", long=True, initial=_power("advice")),
        Ask("remedies_told", initial=True),
    )

    def still_asked(self, ctx: Context) -> frozenset[str]:
        # Whether a deed was fined elsewhere is looked up when the form is opened, not for every look at the case.
        asks, ready = self._always(ctx)
        return frozenset(a.name for a in asked_of(ctx, asks, "decided_party", ready)) | {"fined_before_other"}

    def _always(self, ctx: Context):
        if v.several(ctx.rows):
            return tuple(a for a in self.asks if a.name not in _SUMMED), chargeable
        return self.asks, draftable

    def asked(self, ctx: Context):
        asks, ready = self._always(ctx)
        if ctx.matter is not None and not self.closed(ctx) and (found := fined_elsewhere(ctx)):
            numbers = "、".join(c.number for c in found)
            says = f"查对到可能是同一行为的罚款：{numbers}。确是同一行为的，不能再罚款；不是的，写明有什么不同"
            asks = (*asks, Ask("fined_before_other", required=False, long=True, help=says))
        return asked_of(ctx, asks, "decided_party", ready)

    def closed(self, ctx: Context):
        before = ended(ctx) or need((passed(ctx), "法制审核尚未通过", "由法制审核人员审核"))
        return (before if goes_free(ctx.rows) else noticed(ctx)) or need(
            (
                bool(undecided_parties(ctx.rows)) or change_open(ctx) is not None,
                "本案已经作出决定",
                "需要变更、撤销的，先呈报负责人批准",
            ),
            (
                not v.several(ctx.rows) or bool(chargeable(ctx.rows)),
                "本案有几项违法，还有行为没有拟定处罚",
                "由承办人办理“拟定各个行为的处罚”",
            ),
        )

    def wrong(self, ctx: Context, data):
        data = with_charges(ctx, data)
        if data.get("decision_kind") == "penalty":
            asked = "decision_kind" if v.several(ctx.rows) else "penalty_kinds"
            none = {} if data.get("penalty_kinds") else {asked: "给予处罚的，请选择处罚种类"}
            if data.get("no_penalty_ground"):
                none |= {"no_penalty_ground": "给予处罚的，不选不予处罚的理由"}
            return (
                none
                | wrong.order(data, "penalty_from", "penalty_until", "止日不能早于起日，请核对")
                | wrong.fine_with_kind(data, "penalty_kinds", "fine")
                | wrong.confiscation_with_kind(data, "penalty_kinds", "confiscation")
            )
        given = [name for name in ("fine", "confiscation") if data.get(name)]
        found = dict.fromkeys(given, "不给予处罚的，不能填写罚没数额，请清空")
        if data.get("decision_kind") == "no_penalty":
            found |= wrong.needed_with(data, True, "no_penalty_ground", "不予处罚的，请选择不予处罚的理由")
        return found

    def plan(self, ctx: Context, data) -> Plan:
        data = with_charges(ctx, data)
        names = (
            "decision_kind penalty_kinds fine confiscation facts_found decision_basis reasons"
            " answer_to_defence correction_terms causes advice no_penalty_ground decision_grade"
            " penalty_from penalty_until restriction_terms licence_named confiscated_things"
        )
        facts = {n: data.get(n) or None for n in names.split()} | {
            "remedies_told": data["remedies_told"],
            "drafted_on": ctx.day,
        }
        facts |= {
            "facts_beyond_notice": data.get("facts_beyond_notice"),
            "on_the_spot": False,
            "heaviest_kind": heaviest(data.get("penalty_kinds") or []),
            "decision_officers": handlers(ctx),
            "cited_evidence": data.get("cited_evidence") or relied_on(ctx),
        }
        facts |= told(data, "decided_party") | of_basis(ctx, data.get("decision_basis"))
        party = facts.get("decided_party")
        found = v.charges(ctx.rows, party) if v.several(ctx.rows) else []
        limits = v.combined_range(found) if found else fine_range(ctx, kind_of(ctx.rows, party))
        facts["fine_least"], facts["fine_most"] = limits
        if "detention" in (data.get("penalty_kinds") or ()):
            facts["detention_empowered"] = _may_detain(ctx)
        if facts["fine"]:
            facts |= looked_up(ctx.day, fined_elsewhere(ctx), data)
        if change := change_open(ctx):
            facts["changes_decision"] = change["revised_decision"]
            old = ctx.rows.get("decision", change["revised_decision"])
            facts["decided_party"] = old["decided_party"] if old else None
        draft = standing_draft(ctx)
        row = draft.row if draft else str(uuid.uuid4())
        linked = [Laid("charge", {"charge_decision": row}, r.row) for r in found]
        return Plan(laid=[Laid("decision", facts, row), *linked], head={"waiting_for": "leader"})
