"""没收物品：入库清单和处理。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row
from sanwei.people.models import Officer
from sanwei.people.queries import certificate_on

from .. import wrong
from .base import FILES, certificate, need, others, paper, picked, row_choices
from .decision import all_made, only
from .execution import AfterDecision
from .uploads import uploads


def confiscating(ctx: Context) -> list[tuple[str, str]]:
    """Decisions that stand and confiscate something."""
    rows = (ctx.rows.get("decision", value) for value, _ in all_made(ctx))
    open_ = {d.row for d in rows if "confiscation" in (d["penalty_kinds"] or ()) and not d["revoked_on"]}
    return [c for c in all_made(ctx) if c[0] in open_]


@act
class ListGoods(AfterDecision):
    code, label, aside = "list_goods", "登记没收物品入库", True
    hint = "没收的物品逐种登记名称、数量、保管人和地点，清单随即生成。"
    asks = (
        Ask("goods_of", kind="choice", label="决定书", choices=confiscating, initial=only(confiscating)),
        Ask("goods_received_on", initial=lambda ctx: ctx.day),
        Ask("goods_title"),
        Ask("goods_quantity", help="连同单位，例如：12 箱"),
        Ask("goods_place"),
        Ask("goods_keeper"),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(confiscating(ctx)), "没有没收物品的决定", ""))

    def plan(self, ctx: Context, data) -> Plan:
        names = "goods_of goods_received_on goods_title goods_quantity goods_place goods_keeper"
        laid, saves = [Laid("goods", picked(data, names))], uploads(ctx, data, note="没收物品")
        return Plan(laid=laid, saves=saves, papers=[paper(ctx, "goods_list")])


def _label(r: Row) -> str:
    return f"{r['goods_title']} {r['goods_quantity']}"


_KEPT = row_choices("goods", _label, lambda r: not r["goods_disposed_on"])
_UNBANKED = row_choices("goods", _label, lambda r: bool(r["goods_proceeds"]) and not r["goods_banked_on"])


@act
class DisposeGoods(AfterDecision):
    code, label, aside = "dispose_goods", "处理没收物品", True
    hint = "依法公开拍卖、交财政部门、移交有关部门或者销毁；两人以上到场，记明经过，所得款项全部上缴国库。"
    asks = (
        Ask("goods", kind="choice", label="物品", choices=_KEPT, initial=only(_KEPT)),
        Ask("goods_disposed_on", initial=lambda ctx: ctx.day),
        Ask("goods_end"),
        Ask("second_officer", kind="officer", label="另一名处理人员", choices=others),
        Ask("goods_record", long=True),
        Ask("goods_proceeds", required=False),
        Ask("goods_banked_on", required=False),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(_KEPT(ctx)), "没有待处理的没收物品", "先登记入库"))

    def wrong(self, ctx: Context, data):
        row = ctx.rows.get("goods", str(data.get("goods") or ""))
        came = row["goods_received_on"] if row else None
        return wrong.not_before(data, "goods_disposed_on", came, "不能早于入库之日（{day}），请核对") | wrong.order(
            data, "goods_disposed_on", "goods_banked_on", "上缴不能早于处理之日，请核对"
        )

    def plan(self, ctx: Context, data) -> Plan:
        other = certificate_on(Officer.objects.get(pk=data["second_officer"]), ctx.day)
        facts = picked(data, "goods_disposed_on goods_end goods_record goods_proceeds goods_banked_on")
        facts["goods_officers"] = [n for n in (certificate(ctx), other.number if other else "") if n]
        laid, saves = [Laid("goods", facts, data["goods"])], uploads(ctx, data, note="没收物品处理")
        return Plan(laid=laid, saves=saves, papers=[paper(ctx, "goods_disposal")])


@act
class BankProceeds(AfterDecision):
    code, label, aside = "bank_proceeds", "登记所得上缴国库", True
    hint = "没收物品处理所得的款项全部上缴国库，凭非税收入缴款凭证登记。"
    asks = (
        Ask("goods", kind="choice", label="物品", choices=_UNBANKED, initial=only(_UNBANKED)),
        Ask("goods_banked_on", initial=lambda ctx: ctx.day),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(_UNBANKED(ctx)), "没有待上缴的所得", ""))

    def plan(self, ctx: Context, data) -> Plan:
        laid = [Laid("goods", picked(data, "goods_banked_on"), data["goods"])]
        return Plan(laid=laid, saves=uploads(ctx, data, note="上缴国库"))
