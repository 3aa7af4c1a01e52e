"""情况紧急当场采取强制措施的，最迟次日报负责人审批。"""

from sanwei.facts.measure import measure_ended_on, measure_on, measure_ruled_on, measure_urgent

from ..control import WARN, Control, Due, Duty
from ._terms import held

control = Control(
    code="measure.urgent-ruled",
    title="紧急采取的措施报负责人审批",
    clauses=("XZQZ2011 §19",),
    as_of=measure_on,
    when=held & measure_urgent.fill_null(False),
    due=Due(since=measure_on, parameter="measure.urgent"),
    done=measure_ruled_on,
    void_on=measure_ended_on,
    guards={"rule_measure": WARN},
    duty=Duty(todo="补办强制措施批准手续（二十四小时内）", owner="leader", act="rule_measure"),
    says="{measure_on} {measure_at}紧急{measure_kind}“{measure_target}”，应当不迟于{due}同一时刻补办批准手续，审批日：{measure_ruled_on}",
    cure="立即报负责人审批；负责人认为不应当采取的，立即解除",
)
