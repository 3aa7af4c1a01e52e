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
    code, label = "report_major_penalty", "重大处罚报备"
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
