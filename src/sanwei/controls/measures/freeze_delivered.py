"""冻结存款、汇款的，应当在三个工作日内向当事人交付冻结决定书。"""

from sanwei.facts.measure import measure_delivered_on, measure_kind, measure_on

from ..control import WARN, Control, Due, Duty
from ._terms import held

control = Control(
    code="measure.freeze-delivered",
    title="冻结决定书三个工作日内交付当事人",
    clauses=("XZQZ2011 §31",),
    as_of=measure_on,
    when=held & (measure_kind == "freeze"),
    due=Due(since=measure_on, parameter="freeze.deliver"),
    done=measure_delivered_on,
    guards={"tell_measure": WARN},
    duty=Duty(todo="交付冻结决定书", owner="officer", act="tell_measure"),
    says="{measure_on}冻结{freeze_bank}的账户，应当不迟于{due}交付冻结决定书，交付日：{measure_delivered_on}",
    cure="立即向当事人交付冻结决定书",
)
