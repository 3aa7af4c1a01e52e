"""责任认定：年龄、能力、情节、过错；首违不罚的回看和确认；教育、责令监护人管教。"""

from __future__ import annotations

import datetime as dt

from stdnum.cn import ric

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from .. import wrong
from ..earlier import earlier_decisions
from ..parties import asked_of, asking, others, told
from .base import BEFORE_DECISION, LEADERS, CaseAct, certificate, live, need, picked, row_choices, undecided

ORGANISATION = frozenset({"age_then", "mental_state", "mental_proof"})


def age_on(code: str, day: dt.date | None) -> int | None:
    """Full years on a day of the holder of an identity number; None where it cannot be told."""
    if day is None or not ric.is_valid(code or ""):
        return None
    born = ric.get_birth_date(code)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def known_age(ctx: Context) -> int | None:
    return age_on(ctx.matter.party.code, ctx.facts["violation_on"]) if ctx.matter is not None else None


def window_start(ctx: Context) -> dt.date:
    """The first day of the look-back: the parameter's years before the violation."""
    years = ctx.book.parameter("first_offence.window").at(ctx.day)
    day = ctx.facts["violation_on"] or ctx.facts["lead_on"] or ctx.day
    back = int(years.value) if years else 2
    return day.replace(year=day.year - back, day=min(day.day, 28))


def _looks_first(ctx: Context) -> bool | None:
    return not earlier_decisions(ctx.matter, window_start(ctx)) if ctx.matter is not None else None


@act
class WeighResponsibility(CaseAct):
    code, label, aside = "weigh_responsibility", "认定责任", True
    hint = (
        "查明年龄、辨认控制能力、情节、后果和过错，得出应当处罚、从轻、减轻或者不予处罚的结论；"
        "是不是初次违法由系统回看以往的决定。"
    )
    opens_at = BEFORE_DECISION
    asks = (
        Ask("age_then", required=False, initial=known_age, help="按身份证件计算违法行为发生之日的周岁"),
        Ask("mental_state", initial="sound"),
        Ask("mental_proof", required=False, long=True, help="不能或者不能完全辨认、控制的必须写明"),
        Ask("violation_minor"),
        Ask("corrected_in_time", initial=lambda ctx: ctx.facts["corrected"]),
        Ask("harm"),
        Ask("first_offence", initial=_looks_first),
        Ask("no_fault", initial=False),
        Ask("no_fault_proof", required=False, long=True, help="证明没有主观过错的必须写明"),
        Ask("lenient_grounds", required=False),
        Ask("weighed_outcome"),
        Ask("exempt_ground", required=False, help="结论为不予处罚的必须选择"),
        Ask("weighed_reason", long=True),
    )

    def asked(self, ctx: Context):
        if others(ctx.rows):
            return (asking("weighed_party"), *self.asks)
        if ctx.facts["party_kind"] == "organisation":
            return tuple(a for a in self.asks if a.name not in ORGANISATION)
        return self.asks

    def closed(self, ctx: Context):
        return live(ctx) or undecided(ctx)

    def wrong(self, ctx: Context, data):
        state, outcome = data.get("mental_state"), data.get("weighed_outcome")
        found = wrong.needed_with(data, state in ("impaired", "unable"), "mental_proof", "请写明鉴定意见或者病历")
        found |= wrong.needed_with(data, data.get("no_fault") is True, "no_fault_proof", "请写明当事人提交了什么证据")
        found |= wrong.needed_with(data, outcome == "none", "exempt_ground", "不予处罚的，请选择属于哪一种情形")
        if data.get("exempt_ground") and outcome and outcome != "none":
            found |= {"exempt_ground": "选了不予处罚的情形，认定结论应当是不予处罚；要处罚的，把这一项清空"}
        return found

    def plan(self, ctx: Context, data) -> Plan:
        since = window_start(ctx)
        earlier = earlier_decisions(ctx.matter, since)
        flags = {n: data.get(n) for n in "violation_minor corrected_in_time first_offence no_fault age_then".split()}
        names = (
            "mental_state mental_proof harm no_fault_proof lenient_grounds weighed_outcome exempt_ground weighed_reason"
        )
        facts = flags | {n: data.get(n) or None for n in names.split()} | {"weighed_on": ctx.day}
        facts |= {"looked_back_on": ctx.day, "looked_back_from": since, "earlier_decisions": len(earlier)}
        facts |= told(data, "weighed_party")
        if earlier:
            facts["earlier_numbers"] = "、".join(c.number for c in earlier)
        return Plan(laid=[Laid("responsibility", facts)])


_TO_CONFIRM = row_choices(
    "responsibility",
    lambda r: f"{r['weighed_on']} 初次违法，以往同类决定 {r['earlier_decisions']} 件",
    lambda r: r["exempt_ground"] == "first_offence" and not r["first_confirmed_on"],
)


@act
class ConfirmFirstOffence(CaseAct):
    code, label, as_role, roles, aside = "confirm_first_offence", "确认首违不罚", "leader", LEADERS, True
    clauses = ("XZCF2021 §33(1)", "XZCF2021 §33(3)")
    hint = "核对系统回看的结果，确认当事人确属初次违法、后果轻微并已及时改正，可以不予处罚。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask(
            "responsibility",
            kind="choice",
            label="责任认定",
            choices=_TO_CONFIRM,
            initial=lambda ctx: next((v for v, _ in _TO_CONFIRM(ctx)), None),
        ),
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_TO_CONFIRM(ctx)), "没有等待确认的首违不罚", "由承办人认定责任"))

    def sketch(self, ctx: Context):
        facts = {"first_confirmed_on": ctx.day, "first_confirmer": certificate(ctx)}
        return [Laid("responsibility", facts, row) for row, _ in _TO_CONFIRM(ctx)[-1:]]

    def plan(self, ctx: Context, data) -> Plan:
        facts = {"first_confirmed_on": ctx.day, "first_confirmer": certificate(ctx)}
        return Plan(laid=[Laid("responsibility", facts, data["responsibility"])])


@act
class RecordEducation(CaseAct):
    code, label, aside = "record_education", "记录教育、管教", True
    hint = "依法不予处罚的，应当对当事人进行教育；不满十四周岁或者不能辨认、控制自己行为的，责令监护人管教、看管。"
    opens_at = BEFORE_DECISION | {"serving", "executing"}
    asks = (
        Ask("educated_on", initial=lambda ctx: ctx.day),
        Ask("education_kind"),
        Ask("educated_person", initial=lambda ctx: ctx.matter.party_name if ctx.matter is not None else None),
        Ask("education_text", long=True, initial=lambda ctx: ctx.book.power(ctx.facts["power_code"]).advice or None),
        Ask("education_signed"),
    )

    def asked(self, ctx: Context):
        return asked_of(ctx, self.asks, "educated_party")

    def closed(self, ctx: Context):
        return live(ctx)

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "educated_on education_kind educated_person education_text education_signed")
        facts |= told(data, "educated_party")
        return Plan(laid=[Laid("education", facts | {"educator_no": certificate(ctx)})])
