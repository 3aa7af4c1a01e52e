"""强制措施的期间与了结：延长、告知、处理。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from .. import wrong
from .base import LEADERS, certificate, need, number, paper, picked, row_choices
from .beside import OnMeasure, alive, open_measure, told_of
from .decision import only

_OPEN = row_choices("measure", told_of, open_measure)
_EXTENDABLE = row_choices("measure", told_of, lambda r: open_measure(r) and not r["measure_extended_on"])


@act
class ExtendMeasure(OnMeasure):
    code, label, as_role, roles = "extend_measure", "批准延长强制措施", "leader", LEADERS
    hint = "情况复杂的，届满之前可以延长一次，最多三十日；延长决定及时书面告知当事人。"
    clauses = ("XZQZ2011 §25(1)", "XZQZ2011 §25(2)")
    asks = (
        Ask("measure", kind="choice", label="强制措施", choices=_EXTENDABLE, initial=only(_EXTENDABLE)),
        Ask("measure_extension_days", help="最多三十日"),
        Ask("measure_extension_reason", long=True),
    )

    def closed(self, ctx: Context):
        return alive(ctx) or need((bool(_EXTENDABLE(ctx)), "没有可以延长的强制措施", ""))

    def wrong(self, ctx: Context, data):
        return (
            {"measure_extension_days": "请填写延长的天数，至少一日"} if data.get("measure_extension_days") == 0 else {}
        )

    def plan(self, ctx: Context, data) -> Plan:
        no = number(ctx, "measure_extension", "强延")
        facts = picked(data, "measure_extension_days measure_extension_reason") | {
            "measure_extended_on": ctx.day,
            "measure_extension_approver": certificate(ctx),
            "measure_extension_no": no,
        }
        papers = [paper(ctx, "measure_extension", no, row=data["measure"])]
        return Plan(laid=[Laid("measure", facts, data["measure"])], papers=papers)


def _untold(ctx: Context) -> list[tuple[str, str]]:
    """What about measures is still to be told in writing: (row:fact, words)."""
    found = []
    for r in ctx.rows.all("measure"):
        if r["measure_extended_on"] and not r["measure_extension_told_on"]:
            found.append((f"{r.row}:measure_extension_told_on", f"延长期限通知（{told_of(r)}）"))
        if r["measure_kind"] == "freeze" and r["measure_on"] and not r["measure_delivered_on"]:
            found.append((f"{r.row}:measure_delivered_on", f"冻结决定书（{told_of(r)}）"))
        if r["measure_ended_on"] and not r["measure_end_told_on"]:
            found.append((f"{r.row}:measure_end_told_on", f"处理决定（{told_of(r)}）"))
    return found


@act
class TellMeasure(OnMeasure):
    code, label = "tell_measure", "送达强制措施文书"
    hint = "延长、处理、冻结的文书送达当事人之后登记；解除冻结的，同时通知金融机构。"
    asks = (
        Ask("told", kind="choice", label="送达的文书", choices=_untold, initial=only(_untold)),
        Ask("measure_extension_told_on", label="送达日", help="当事人收到之日", initial=lambda ctx: ctx.day),
    )

    def closed(self, ctx: Context):
        return alive(ctx) or need((bool(_untold(ctx)), "没有等待送达的强制措施文书", ""))

    def wrong(self, ctx: Context, data):
        row, _, fact = str(data.get("told") or "").partition(":")
        found = ctx.rows.get("measure", row)
        since = {"measure_extension_told_on": "measure_extended_on", "measure_end_told_on": "measure_ended_on"}.get(
            fact, "measure_on"
        )
        day = found[since] if found else None
        return wrong.not_before(data, "measure_extension_told_on", day, "不能早于作出决定之日（{day}），请核对")

    def plan(self, ctx: Context, data) -> Plan:
        row, _, fact = data["told"].partition(":")
        return Plan(laid=[Laid("measure", {fact: data["measure_extension_told_on"]}, row)])


@act
class SettleMeasure(OnMeasure):
    code, label, as_role, roles = "settle_measure", "处理被查封、扣押、冻结的财物", "leader", LEADERS
    hint = "在期限之内没收、销毁、移送、拍卖抵缴或者解除；期限届满没有处理的应当解除，解除后立即退还。"
    clauses = ("XZQZ2011 §21", "XZQZ2011 §26(3)", "XZQZ2011 §27", "XZQZ2011 §28(1)", "XZQZ2011 §28(2)")
    asks = (
        Ask("measure", kind="choice", label="强制措施", choices=_OPEN, initial=only(_OPEN)),
        Ask("measure_end"),
        Ask("release_ground", required=False, help="解除的必须选择", only_with=("measure_end", "released")),
        Ask("measure_end_reason", long=True),
        Ask("keeping_charged", initial=0),
    )

    def closed(self, ctx: Context):
        return alive(ctx) or need((bool(_OPEN(ctx)), "没有正在实施的强制措施", ""))

    def wrong(self, ctx: Context, data):
        released = data.get("measure_end") == "released"
        found = wrong.needed_with(data, released, "release_ground", "解除的，请选择属于哪一种情形")
        if data.get("release_ground") and data.get("measure_end") and not released:
            found["release_ground"] = "不是解除的，请不要选择解除情形"
        return found

    def plan(self, ctx: Context, data) -> Plan:
        form = "measure_release" if data["measure_end"] == "released" else "measure_settlement"
        no = number(ctx, "measure_end", "强解" if form == "measure_release" else "强处")
        facts = picked(data, "measure_end release_ground measure_end_reason keeping_charged") | {
            "measure_ended_on": ctx.day,
            "measure_end_no": no,
        }
        return Plan(laid=[Laid("measure", facts, data["measure"])], papers=[paper(ctx, form, no, row=data["measure"])])
