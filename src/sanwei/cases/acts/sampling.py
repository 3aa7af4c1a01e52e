"""抽样取证：呈请、批准、抽样、样品处理。"""

from __future__ import annotations

from sanwei.acts.act import Actor, Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.facts.codes import SAMPLE_ENDS
from sanwei.people.models import Officer
from sanwei.people.queries import certificate_on

from .. import wrong
from . import things
from .base import FILES, LEADERS, certificate, need, number, others, paper, picked, row_choices
from .beside import before_the_leader, clock_time, row_name, ruled
from .decision import only
from .investigation import Investigating, live, partner_id
from .uploads import uploads


def _label(r) -> str:
    return f"{r['sampled_on'] or r['sampling_asked_on']} {str(r['sampling_target'] or '')[:40]}"


_ASKED = row_choices("sampling", _label, lambda r: not r["sampling_ruled_on"])
_GRANTED = row_choices("sampling", _label, lambda r: r["sampling_granted"] and not r["sampled_on"])
_TAKEN = row_choices("sampling", _label, lambda r: r["sampled_on"] and not r["sampling_settled_on"])


class OnSampling(Investigating):
    aside = True


@act
class AskSampling(OnSampling):
    code, label = "ask_sampling", "呈请抽样取证"
    hint = "同类物品数量较大、需要检验的，报批之后抽取样品作为证据。"
    asks = (Ask("sampling_target"), Ask("sampling_reason", long=True))

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "sampling_target sampling_reason") | {"sampling_asked_on": ctx.day}
        row = row_name(ctx, "sampling")
        return Plan(laid=[Laid("sampling", facts, row)], head=before_the_leader(ctx))


@act
class ApproveSampling(OnSampling):
    code, label, as_role, roles = "approve_sampling", "审批抽样取证", "leader", LEADERS
    hint = "批准或者不批准抽样取证。"
    asks = (
        Ask("sampling", kind="choice", label="抽样", choices=_ASKED, initial=only(_ASKED)),
        Ask("sampling_granted", initial=True),
        Ask("sampling_opinion", long=True),
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_ASKED(ctx)), "没有等待审批的抽样取证", "由承办人呈请"))

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "sampling_opinion") | {
            "sampling_granted": data["sampling_granted"],
            "sampling_ruled_on": ctx.day,
            "sampling_approver": certificate(ctx),
        }
        papers = [paper(ctx, "sampling_approval", row=data["sampling"])]
        return Plan(laid=[Laid("sampling", facts, data["sampling"])], head=ruled(ctx), papers=papers)


@act
class TakeSamples(OnSampling):
    code, label = "take_samples", "抽样取证"
    hint = "两名以上执法人员抽取，逐项列明、当场加封，通知书和清单当场交付；拒签、不在场的请见证人签名。"
    asks = (
        Ask("sampling", kind="choice", label="已经批准的抽样", choices=_GRANTED, initial=only(_GRANTED)),
        Ask("sampled_on", initial=lambda ctx: ctx.day),
        Ask("sampled_at", kind="time"),
        Ask("sampling_place", initial=lambda ctx: ctx.facts["lead_place"]),
        Ask("second_officer", kind="officer", label="另一名执法人员", choices=others, initial=partner_id),
        Ask("sampling_method", long=True),
        Ask("things", kind="long", label="样品清单", help=things.HOW),
        Ask("samples_sealed"),
        Ask("sampling_signed"),
        Ask("sampling_witness", required=False),
        Ask("custody_place", label="样品存放地点"),
        FILES,
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_GRANTED(ctx)), "没有已经批准的抽样取证", "由承办人呈请，负责人批准"))

    def wrong(self, ctx: Context, data):
        found = things.wrong(data)
        if data.get("sampled_on") == ctx.day and (data.get("sampled_at") or "") > clock_time(ctx):
            found["sampled_at"] = "抽样时间不能晚于现在，请核对"
        absent = data.get("sampling_signed") in ("refused_noted", "absent_noted")
        return found | wrong.needed_with(data, absent, "sampling_witness", "拒签、不在场的，请写明见证人的姓名和身份")

    def plan(self, ctx: Context, data) -> Plan:
        second = Officer.objects.get(pk=data["second_officer"])
        other = certificate_on(second, data["sampled_on"])
        no = number(ctx, "sampling", "抽样")
        names = "sampled_on sampled_at sampling_place sampling_method samples_sealed sampling_signed sampling_witness"
        facts = picked(data, names) | {
            "sampling_officers": [n for n in (certificate(ctx), other.number if other else "") if n],
            "sampling_told_on": data["sampled_on"],
            "sampling_no": no,
        }
        row = data["sampling"]
        taken = things.taken(ctx, data["things"], "sampling", row, data["sampled_on"], data["custody_place"])
        return Plan(
            laid=[Laid("sampling", facts, row), *taken],
            actors=[Actor(ctx.officer, "officer"), Actor(second, "officer")],
            saves=uploads(ctx, data, note="抽样取证"),
            papers=[paper(ctx, "sampling_notice", no, row=row), paper(ctx, "things_list", row=row)],
        )


@act
class SettleSamples(OnSampling):
    code, label = "settle_samples", "处理样品"
    hint = "检验之后剩余的样品退还当事人；耗用、没收、销毁的写明，样品的去向随即登记。"
    asks = (
        Ask("sampling", kind="choice", label="抽样", choices=_TAKEN, initial=only(_TAKEN)),
        Ask("sampling_end"),
        Ask("sampling_end_note", long=True),
        Ask(
            "custody_to",
            label="接收人",
            help="退还的写领取人；耗用的写检测机构",
            initial=lambda ctx: ctx.matter.party_name,
        ),
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_TAKEN(ctx)), "没有待处理的样品", ""))

    def plan(self, ctx: Context, data) -> Plan:
        row = data["sampling"]
        facts = picked(data, "sampling_end sampling_end_note") | {"sampling_settled_on": ctx.day}
        move = {
            "custody_on": ctx.day,
            "custody_step": data["sampling_end"],
            "custody_to": data["custody_to"],
            "custody_intact": True,
            "custody_note": SAMPLE_ENDS[data["sampling_end"]],
        }
        kept = [x for x in things.kept(ctx) if x["exhibit_source"] == "sampling" and x["exhibit_of"] == row]
        laid = [Laid("sampling", facts, row), *(things.moved(ctx, x.row, move) for x in kept)]
        no = number(ctx, "sampling_end", "抽处")
        return Plan(laid=laid, papers=[paper(ctx, "sampling_settlement", no, row=row)])
