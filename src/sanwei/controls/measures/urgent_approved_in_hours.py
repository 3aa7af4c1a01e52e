"""情况紧急当场采取强制措施的，应当在二十四小时内报告负责人并补办批准手续。"""

from sanwei.facts.measure import measure_at, measure_on, measure_ruled_at, measure_ruled_on, measure_urgent

from ..control import WARN, Control, param
from ._terms import held

_HOURS = (measure_ruled_on - measure_on).dt.total_days() * 24

control = Control(
    code="measure.urgent-approved-in-hours",
    title="紧急采取的措施在二十四小时内补办批准手续",
    clauses=("XZQZ2011 §19",),
    as_of=measure_on,
    when=held & measure_urgent.fill_null(False) & measure_ruled_on.is_not_null(),
    # so many hours are so many turns of the clock: the same time of day decides on the last of them
    breach=(param("measure.urgent_hours", measure_on) < _HOURS)
    | ((param("measure.urgent_hours", measure_on) == _HOURS) & (measure_ruled_at > measure_at)),
    guards={"rule_measure": WARN},
    says="{measure_on} {measure_at}紧急{measure_kind}“{measure_target}”，"
    "负责人审批：{measure_ruled_on} {measure_ruled_at}，不得超过二十四小时",
    cure="超过二十四小时没有补办的，应当立即解除措施、退还财物，并查明迟延的原因",
)
