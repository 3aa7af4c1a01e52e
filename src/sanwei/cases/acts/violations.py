"""一案几项违法：列入另一项违法，对每一个行为分别拟定处罚。合并的总额由决定从这里取，不再填写。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from .. import violations as v
from .. import wrong
from ..lenience import lightening_choices
from ..parties import asked_of, everybody, kind_of, told
from .base import BEFORE_DECISION, CaseAct, live, need, penalty_choices, picked, standing, undecided
from .lead import powers

NEW_DEED = "new"


def deeds(ctx: Context) -> list[tuple[str, str]]:
    """The deeds of the case, and one that is none of them."""
    return [
        (NEW_DEED, "另一个行为（分别裁量）"),
        *((str(d), f"就是{v.deed_label(ctx, d)}") for d in v.powers(ctx.rows)),
    ]


def titled(ctx: Context, more: int) -> str:
    """What the case is called with `more` violations besides the one it was filed for."""
    if not more:
        return ctx.book.power(ctx.facts["power_code"]).item[:200]
    tail = f"等{more + 1}项违法"
    return ctx.book.power(ctx.facts["power_code"]).item[: 200 - len(tail)] + tail


@act
class AddViolation(CaseAct):
    code, label, aside = "add_violation", "列入另一项违法", True
    clauses = ("XZCF2021 §29",)
    hint = (
        "查明还有另一项违法的，列入本案一并处理。同一个行为违反几条规定的，选出是哪一个行为，罚款只按数额高的罚一次；"
        "另一个行为的，分别裁量、合并决定。"
    )
    opens_at = BEFORE_DECISION
    asks = (
        Ask("violation_power", kind="choice", label="违反的职权事项", choices=powers),
        Ask("deed", kind="choice", label="是哪一个行为", choices=deeds),
        Ask("violation_ended_on", initial=lambda ctx: ctx.facts["violation_on"]),
        Ask("violation_what", long=True),
    )

    def earliest(self, ctx: Context):
        return None  # a violation lies before the lead

    def closed(self, ctx: Context):
        return live(ctx) or undecided(ctx) or need((not standing(ctx), "已经作出决定，不能再列入", "另行立案"))

    def wrong(self, ctx: Context, data):
        if data.get("violation_power") in v.every_power(ctx.rows) and data.get("deed") != NEW_DEED:
            return {"violation_power": "这个行为违反的这一项已经列入本案，请核对"}
        return {}

    def plan(self, ctx: Context, data) -> Plan:
        known = v.powers(ctx.rows)
        deed = (
            1 + max([*known, *(r["violation_deed"] for r in ctx.rows.all("violation"))])
            if data["deed"] == NEW_DEED
            else int(data["deed"])
        )
        facts = picked(data, "violation_power violation_ended_on violation_what")
        facts |= {"violation_found_on": ctx.day, "violation_deed": deed}
        title = titled(ctx, len(v.further(ctx.rows)) + 1)
        return Plan(laid=[Laid("violation", facts)], head={"title": title})


def norms(ctx: Context) -> list[tuple[str, str]]:
    """Each deed under each power it breaches, with the fine the law sets: what a charge may rest on."""
    kind = ctx.facts["party_kind"]
    return [
        (
            f"{deed}/{code}",
            f"第 {deed} 个行为：{ctx.book.power(code).item}（{_fine(v.fine_of(ctx.book.power(code), kind))}）",
        )
        for deed, codes in v.powers(ctx.rows).items()
        for code in codes
    ]


def _fine(found: v.Range | None) -> str:
    if found is None:
        return "没有罚款"
    least, most = (None if fen is None else f"{fen / 100:g}" for fen in found)
    return f"罚款{least or 0}元以上" + (f"{most}元以下" if most else "，不设上限")


def _unset(ctx: Context) -> str | None:
    """The first deed without a charge, under the norm with the highest fine."""
    for party in everybody(ctx.rows):
        for deed in v.uncharged(ctx.rows, party):
            codes = v.powers(ctx.rows)[deed]
            top = v.heaviest(ctx.book, codes, kind_of(ctx.rows, party)) or codes
            return f"{deed}/{top[0]}"
    return None


def uncharged_parties(rows) -> list[str | None]:
    """The parties for whom a deed is still without its charge; everybody once all are set."""
    return [party for party in everybody(rows) if v.uncharged(rows, party)] or everybody(rows)


@act
class SetCharge(CaseAct):
    code, label, aside = "set_charge", "拟定各个行为的处罚", True
    clauses = ("XZCF2021 §29", "XZCF2021 §5")
    hint = "一案几项违法的，对每一个行为分别写明按哪一项处罚、罚多少、为什么；告知书和决定书从这里取总额。改动的，再办理一次。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("norm", kind="choice", label="哪个行为，按哪一项处罚", choices=norms, initial=_unset),
        Ask("charge_kinds", required=False, kind="choices", choices=penalty_choices, help="对这个行为不予处罚的不选"),
        Ask("charge_fine", required=False),
        Ask("charge_confiscation", required=False),
        Ask(
            "lenient",
            required=False,
            kind="choices",
            label="从轻、减轻的条款",
            choices=lightening_choices,
            help="没有的不选；处罚依据由所选的职权事项得出",
        ),
        Ask("charge_reason", long=True),
    )

    def asked(self, ctx: Context):
        return asked_of(ctx, self.asks, "charged_party", uncharged_parties)

    def closed(self, ctx: Context):
        one = "本案只有一项违法，拟写决定时写明处罚即可"
        return live(ctx) or undecided(ctx) or need((v.several(ctx.rows), one, "还有别的违法的，先列入本案"))

    def wrong(self, ctx: Context, data):
        return wrong.fine_with_kind(data, "charge_kinds", "charge_fine") | wrong.confiscation_with_kind(
            data, "charge_kinds", "charge_confiscation"
        )

    def plan(self, ctx: Context, data) -> Plan:
        deed_text, code = data["norm"].split("/", 1)
        deed, party = int(deed_text), told(data, "charged_party")
        who = party.get("charged_party")
        kind, power, codes = kind_of(ctx.rows, who), ctx.book.power(code), v.powers(ctx.rows)[deed]
        least, most = v.fine_of(power, kind) or (None, None)
        facts = party | {n: data.get(n) for n in ("charge_fine", "charge_confiscation", "charge_reason")}
        facts |= {
            "charged_on": ctx.day,
            "charge_deed": deed,
            "charge_power": code,
            "charge_powers": codes,
            "charge_heaviest": v.heaviest(ctx.book, codes, kind),
            "charge_ended_on": v.ended_on(ctx.rows, deed),
            "charge_kinds": list(data.get("charge_kinds") or []),
            "charge_least": least,
            "charge_most": most,
            "charge_lightening": list(data.get("lenient") or []),
            "charge_basis": [c.ref for c in (*power.breached, *power.penalty)] + list(data.get("lenient") or []),
        }
        before = next((r for r in v.charges(ctx.rows, who) if r["charge_deed"] == deed), None)
        return Plan(laid=[Laid("charge", facts, before.row if before else None)])
