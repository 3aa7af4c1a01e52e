"""法制审核、风险评估、告知、申辩、听证、集体讨论。"""

from __future__ import annotations

from sanwei.acts.act import Actor, Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.people.models import Officer
from sanwei.people.queries import certificate_on

from .. import wrong
from ..parties import asked_of, told, unnoticed
from .base import (
    BEFORE_DECISION,
    LEADERS,
    REVIEWERS,
    CaseAct,
    all_basis,
    certificate,
    leaders,
    live,
    need,
    notice_basis_choices,
    number,
    paper,
    penalty_choices,
    picked,
    summed,
    undecided,
)


def ended(ctx: Context):
    return (
        live(ctx)
        or undecided(ctx)
        or need((bool(ctx.facts["investigation_ended_on"]), "调查尚未终结", "由承办人写出调查终结报告并送审"))
    )


def passed(ctx: Context) -> bool:
    last = ctx.rows.last("review")
    return last is not None and last["review_outcome"] == "passed"


@act
class SubmitReview(CaseAct):
    code, label, aside = "submit_review", "补正后重新送审", True
    hint = "按审核意见补正之后，重新送法制审核。"
    opens_at = BEFORE_DECISION
    asks = (Ask("amendment", kind="long", label="补正情况"),)

    def closed(self, ctx: Context):
        last = ctx.rows.last("review")
        waits = ctx.matter is not None and ctx.matter.waiting_for == "reviewer"
        return ended(ctx) or need(
            (not waits, "已经送审，正在等待审核", "由法制审核人员审核"),
            (last is not None and last["review_outcome"] == "returned", "没有被退回的审核意见", ""),
        )

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(head={"waiting_for": "reviewer"}, note=data["amendment"])


@act
class ReviewCase(CaseAct):
    code, label, as_role, roles = "review_case", "法制审核", "reviewer", REVIEWERS
    clauses = ("ZZ39 三(三)四", "XZCF2021 §58(1)", "HNZF2016 §28(2)")
    hint = "对主体、权限、事实、证据、依据、程序、裁量逐项审核；以最近一次结论为准。"
    opens_at = frozenset({"reviewing", "noticing", "deliberating"})
    asks = (Ask("review_outcome"), Ask("review_opinion", long=True))

    def closed(self, ctx: Context):
        waits = ctx.matter is not None and ctx.matter.waiting_for == "reviewer"
        return ended(ctx) or need((waits, "没有等待审核的送审", "由承办人送审"))

    def sketch(self, ctx: Context):
        return [Laid("review", {"reviewed_on": ctx.day, "reviewer_no": certificate(ctx)})]

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "review_outcome review_opinion") | {
            "reviewed_on": ctx.day,
            "reviewer_no": certificate(ctx),
        }
        waiting = "" if data["review_outcome"] == "passed" else "officer"
        return Plan(
            laid=[Laid("review", facts)], head={"waiting_for": waiting}, papers=[paper(ctx, "legal_review_opinion")]
        )


@act
class AssessRisk(CaseAct):
    code, label, aside = "assess_risk", "风险评估", True
    hint = "重大执法事项从合法性、社会稳定、公共安全三个方面评估风险，提出防控措施。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("legality_assessed"),
        Ask("stability_assessed"),
        Ask("safety_assessed"),
        Ask("risk_conclusion", long=True),
        Ask("risk_measures", long=True),
    )

    def closed(self, ctx: Context):
        return ended(ctx)

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "risk_conclusion risk_measures") | {"assessed_on": ctx.day}
        facts |= {n: data[n] for n in ("legality_assessed", "stability_assessed", "safety_assessed")}
        return Plan(laid=[Laid("assessment", facts)])


def defence_end(ctx: Context):
    """The last day for the party to speak: the parameter's days after today, rolled as the parameter says."""
    value = ctx.book.parameter("defence.wait").at(ctx.day)
    return ctx.book.calendar.add(ctx.day, int(value.value), value.unit, value.roll).day if value else None


def hearing_called_for(ctx: Context) -> bool | None:
    """Whether the proposed penalty reaches the hearing thresholds of today: a proposal for the form, the control
    decides.
    """
    from sanwei.facts.codes import HEARING_KINDS

    f = ctx.facts
    if set(f["proposed_kinds"] or ()) & set(HEARING_KINDS):
        return True
    subject = "organisation" if f["party_kind"] == "organisation" else "person"
    limit = ctx.book.parameter(f"hearing.fine.{subject}").at(ctx.day)
    return bool(limit and f["proposed_fine"] and f["proposed_fine"] >= limit.value)


@act
class GiveNotice(CaseAct):
    code, label = "give_notice", "事先告知"
    hint = (
        "作出决定之前，把拟处罚的内容和事实、理由、依据告诉当事人，告知其可以陈述、申辩；达到标准的，告知可以要求听证。"
    )
    opens_at = frozenset("reviewing noticing defending hearing deliberating".split())
    asks = (
        Ask(
            "noticed_on",
            required=False,
            initial=lambda ctx: ctx.day,
            help="当面交给当事人的日期；要邮寄、留置、公告的留空，之后办理“送达文书”",
        ),
        Ask("notice_facts", long=True, initial=lambda ctx: ctx.facts["investigation_findings"]),
        Ask("notice_basis", kind="choices", choices=notice_basis_choices, initial=all_basis),
        Ask(
            "notice_kinds",
            kind="choices",
            choices=penalty_choices,
            initial=summed("penalty_kinds", "proposed_kinds"),
        ),
        Ask(
            "notice_fine",
            required=False,
            initial=summed("fine", "proposed_fine"),
            only_with=("notice_kinds", "fine"),
        ),
        Ask(
            "notice_confiscation",
            required=False,
            initial=summed("confiscation"),
            only_with=("notice_kinds", "confiscation"),
        ),
        Ask("notice_content", long=True, initial=lambda ctx: ctx.facts["proposed_reason"]),
        Ask("defence_right_told", initial=True),
        Ask("defence_until", initial=defence_end),
        Ask("hearing_right_told", initial=hearing_called_for),
    )

    def asked(self, ctx: Context):
        return asked_of(ctx, self.asks, "noticed_party", unnoticed)

    def earliest(self, ctx: Context):
        last = ctx.rows.last("review")
        return last["reviewed_on"] if last else ctx.facts["lead_on"]

    def closed(self, ctx: Context):
        return ended(ctx) or need((passed(ctx), "法制审核尚未通过", "由法制审核人员审核；被退回的先补正"))

    def wrong(self, ctx: Context, data):
        return (
            wrong.fine_with_kind(data, "notice_kinds", "notice_fine")
            | wrong.confiscation_with_kind(data, "notice_kinds", "notice_confiscation")
            | wrong.order(data, "noticed_on", "defence_until", "申辩截止日不能早于告知日，请给当事人留出时间")
        )

    def plan(self, ctx: Context, data) -> Plan:
        no = number(ctx, "notice", "罚告")
        names = (
            "noticed_on notice_facts notice_basis notice_kinds notice_fine notice_confiscation"
            " notice_content defence_until"
        )
        facts = (
            picked(data, names)
            | told(data, "noticed_party")
            | {"notice_no": no}
            | {n: data[n] for n in ("defence_right_told", "hearing_right_told")}
        )
        return Plan(
            laid=[Laid("notice", facts)], papers=[paper(ctx, "proposal_approval"), paper(ctx, "penalty_notice", no)]
        )


def first_notice(ctx: Context):
    """The day of the first notice: nothing that answers it lies before."""
    days = [n["noticed_on"] for n in ctx.rows.all("notice") if n["noticed_on"]]
    return min(days) if days else ctx.facts["lead_on"]


class Noticed(CaseAct):
    """An act that follows the notice."""

    def earliest(self, ctx: Context):
        return first_notice(ctx)

    def closed(self, ctx: Context):
        return noticed(ctx)


def noticed(ctx: Context):
    last = ctx.rows.last("notice")
    return live(ctx) or need(
        (last is not None, "尚未事先告知当事人", "由承办人制作并送达事先告知书"),
        (last is None or bool(last["noticed_on"]), "告知书还没有送达当事人", "由承办人办理“送达文书”"),
    )


@act
class HoldPanel(Noticed):
    code, label, as_role, roles = "hold_panel", "集体讨论", "leader", LEADERS
    hint = "情节复杂或者重大的案件由负责人集体讨论决定；案件审理委员会不能代替。"
    opens_at = frozenset("defending hearing deliberating deciding".split())
    asks = (
        Ask("panel_on", initial=lambda ctx: ctx.day),
        Ask("panel_began", kind="time"),
        Ask("panel_place"),
        Ask("panel_kind"),
        Ask("members", kind="officers", label="参加讨论的负责人", choices=leaders),
        Ask("panel_recorder", help="记录人的姓名"),
        Ask("panel_fine", required=False, initial=summed("fine", "proposed_fine")),
        Ask("panel_conclusion", long=True),
        Ask("against", required=False, kind="officers", label="持不同意见的负责人", choices=leaders, help="没有的不选"),
        Ask("panel_dissent", required=False, long=True, help="有人持不同意见的，写明各人的意见；没有的留空"),
    )

    def closed(self, ctx: Context):
        return noticed(ctx) or undecided(ctx)

    def wrong(self, ctx: Context, data):
        against, members = set(data.get("against") or ()), set(data.get("members") or ())
        found = wrong.needed_with(data, bool(against), "panel_dissent", "有人持不同意见，请写明意见的内容")
        return found | ({"against": "持不同意见的应当是参加讨论的负责人，请核对"} if against - members else {})

    def sketch(self, ctx: Context):
        return [Laid("panel", {"panel_on": ctx.day})]

    def plan(self, ctx: Context, data) -> Plan:
        members = list(Officer.objects.filter(pk__in=data["members"]))
        held = [certificate_on(m, data["panel_on"]) for m in members]
        facts = picked(
            data, "panel_on panel_began panel_place panel_recorder panel_kind panel_fine panel_conclusion panel_dissent"
        )
        facts["panel_chair"] = certificate(ctx)
        facts["panel_members"] = [c.number for c in held if c]
        facts["panel_against"] = [
            c.number for m, c in zip(members, held, strict=True) if c and str(m.pk) in (data.get("against") or ())
        ]
        actors = [Actor(m, "panel_member") for m in members]
        return Plan(laid=[Laid("panel", facts)], actors=actors, papers=[paper(ctx, "panel_record")])
