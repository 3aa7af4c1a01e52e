"""采取强制措施应当事先报行政机关负责人批准。"""

from sanwei.facts.measure import (
    measure_at,
    measure_granted,
    measure_on,
    measure_ruled_at,
    measure_ruled_on,
    measure_urgent,
)

from ..control import DENY, Control
from ._terms import held

control = Control(
    code="measure.approved-first",
    title="采取强制措施之前经负责人批准",
    clauses=("XZQZ2011 §18(一)",),
    as_of=measure_on,
    when=held & ~measure_urgent.fill_null(False),  # only what is recorded as urgent is excused
    # no ruling at all is the breach; on one day the hour decides, where both are written
    breach=measure_ruled_on.is_null()
    | ~measure_granted
    | (measure_ruled_on > measure_on)
    | ((measure_ruled_on == measure_on) & (measure_ruled_at > measure_at).fill_null(False)),
    guards={"take_measure": DENY},
    says="{measure_on}（{measure_at}）对“{measure_target}”{measure_kind}，"
    "负责人审批日：{measure_ruled_on}（{measure_ruled_at}），批准：{measure_granted}",
    cure="先呈报行政机关负责人批准；情况紧急来不及报批的，办理“紧急采取强制措施”，二十四小时内补办批准手续",
)
