"""重大行政处罚的报送备案。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.cases.acts.base import need, picked
from sanwei.cases.acts.decision import made, only
from sanwei.cases.acts.execution import AfterDecision

_UNREPORTED = made("report", "reported_decision")


@act
class ReportMajorPenalty(AfterDecision):
    code, label, aside = "report_major_penalty", "重大处罚报备", True
    hint = "重大行政处罚决定作出后，在规定期限内将目录和决定书报送备案审查机关。"
    opens_at = frozenset({"serving", "executing", "closing", "closed"})
    asks = (
        Ask("reported_decision", kind="choice", label="决定书", choices=_UNREPORTED, initial=only(_UNREPORTED)),
        Ask("reported_on", initial=lambda ctx: ctx.day),
        Ask("report_to", initial=lambda ctx: ctx.body.supervisor.name if ctx.body.supervisor_id else None),
    )

    def closed(self, ctx: Context):
        return need((bool(_UNREPORTED(ctx)), "没有等待报备的决定", ""))

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("report", picked(data, "reported_decision reported_on report_to"))])


def _unfiled(ctx: Context) -> list[tuple[str, str]]:
    """Changes and revocations of decisions that were filed, not yet told to the body they were filed with."""
    filed = {r["reported_decision"] for r in ctx.rows.all("report")}
    open_ = (r for r in ctx.rows.all("revision") if r["revised_on"] and not r["change_filed_on"])
    words = {"changed": "变更", "revoked": "撤销"}
    return [
        (r.row, f"{r['revised_on']} {words[r['revision_kind']]}")
        for r in open_
        if r["revised_decision"] in filed and r["revision_kind"] in words
    ]


@act
class ReportRevision(AfterDecision):
    code, label, aside = "report_revision", "变更、撤销报备", True
    hint = "已经报送备案的重大处罚决定被变更、撤销的，把变更、撤销的文书报送原备案审查机关。"
    opens_at = frozenset("deliberating deciding serving executing closing closed".split())
    asks = (
        Ask("revision", kind="choice", label="变更、撤销", choices=_unfiled, initial=only(_unfiled)),
        Ask("change_filed_on", initial=lambda ctx: ctx.day),
        Ask("change_filed_to", initial=lambda ctx: ctx.body.supervisor.name if ctx.body.supervisor_id else None),
    )

    def closed(self, ctx: Context):
        return need((bool(_unfiled(ctx)), "没有等待报备的变更、撤销", ""))

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("revision", picked(data, "change_filed_on change_filed_to"), data["revision"])])
