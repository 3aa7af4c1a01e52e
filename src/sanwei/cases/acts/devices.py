"""电子技术监控记录：登记设备和记录，审核记录内容，告知当事人。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from .. import wrong
from .base import BEFORE_DECISION, FILES, CaseAct, certificate, live, need, picked, row_choices
from .decision import only
from .uploads import uploads

RECORDED = ("audiovisual", "electronic")


def _unlisted(ctx: Context) -> list[tuple[str, str]]:
    """Evidence a device may have taken and that is not registered as such."""
    listed = {r["device_evidence"] for r in ctx.rows.all("device")}
    found = [e for e in ctx.rows.all("evidence") if e["evidence_kind"] in RECORDED and e.row not in listed]
    return [(e.row, f"{e['evidence_no']} 号 {e['evidence_title']}") for e in found]


def _obtained(ctx: Context):
    found = [e for row, _ in _unlisted(ctx)[:1] if (e := ctx.rows.get("evidence", row))]
    return found[0]["obtained_on"] if found else None


@act
class RecordDevice(CaseAct):
    code, label, aside = "record_device", "登记监控记录", True
    clauses = ("XZCF2021 §41(1)",)
    hint = (
        "证据是监控设备自动记录的，登记设备的依据、审核和设置地点的公布；没有经过审核、公布的设备，记录不能作为证据。"
    )
    opens_at = BEFORE_DECISION
    asks = (
        Ask("device_evidence", kind="choice", label="哪一件证据", choices=_unlisted, initial=only(_unlisted)),
        Ask("device_taken_on", initial=_obtained),
        Ask("device_no", group="设备"),
        Ask("device_place", initial=lambda ctx: ctx.facts["lead_place"], group="设备"),
        Ask("device_law", group="设备"),
        Ask("device_law_reviewed_on", required=False, group="设备"),
        Ask("device_tech_reviewed_on", required=False, group="设备"),
        Ask("device_published_on", required=False, group="设备"),
        FILES,
    )

    def earliest(self, ctx: Context):
        return None  # a device was reviewed before it recorded anything

    def closed(self, ctx: Context):
        none = "没有视听资料、电子数据类的证据"
        return live(ctx) or need((bool(_unlisted(ctx)), none, "先登记证据"))

    def plan(self, ctx: Context, data) -> Plan:
        names = (
            "device_evidence device_taken_on device_no device_place device_law device_law_reviewed_on"
            " device_tech_reviewed_on device_published_on"
        )
        return Plan(laid=[Laid("device", picked(data, names))], saves=uploads(ctx, data, note="监控设备的审核材料"))


_UNREVIEWED = row_choices(
    "device", lambda r: f"{r['device_no']} {r['device_place']}", lambda r: not r["device_record_reviewed_on"]
)


@act
class ReviewDevice(CaseAct):
    code, label, aside = "review_device", "审核监控记录", True
    clauses = ("XZCF2021 §41(2)", "XZCF2021 §41(3)")
    hint = (
        "逐件审核记录是否真实、清晰、完整、准确；把违法事实和查询、申辩的途径告知当事人。不符合要求的，再排除这件证据。"
    )
    opens_at = BEFORE_DECISION
    asks = (
        Ask("device", kind="choice", label="哪一件记录", choices=_UNREVIEWED, initial=only(_UNREVIEWED)),
        Ask("device_record_fit"),
        Ask("device_record_note", long=True),
        Ask("device_told_on", required=False, help="还没有告知的留空，至迟在决定之前"),
        Ask("device_told_how", required=False, help="告知了的，写明当事人到哪里查看、怎样申辩"),
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_UNREVIEWED(ctx)), "没有等待审核的监控记录", "由承办人登记监控记录"))

    def wrong(self, ctx: Context, data):
        told = bool(data.get("device_told_on"))
        return wrong.needed_with(data, told, "device_told_how", "填写了告知日，请写明查询、申辩的途径")

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "device_record_note device_told_on device_told_how")
        facts |= {"device_record_fit": data["device_record_fit"], "device_record_reviewed_on": ctx.day}
        return Plan(laid=[Laid("device", facts | {"device_record_reviewer": certificate(ctx)}, data["device"])])


_UNTOLD = row_choices("device", lambda r: f"{r['device_no']} {r['device_place']}", lambda r: not r["device_told_on"])


@act
class TellDeviceFact(CaseAct):
    code, label, aside = "tell_device_fact", "告知监控记录的违法事实", True
    clauses = ("XZCF2021 §41(3)",)
    hint = "把设备记录的违法事实告知当事人，写明到哪里查看记录、怎样陈述申辩。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("device", kind="choice", label="哪一件记录", choices=_UNTOLD, initial=only(_UNTOLD)),
        Ask("device_told_on", initial=lambda ctx: ctx.day),
        Ask("device_told_how"),
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_UNTOLD(ctx)), "没有等待告知的监控记录", "由承办人登记监控记录"))

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("device", picked(data, "device_told_on device_told_how"), data["device"])])
