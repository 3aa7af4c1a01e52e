"""紧急采取之后负责人认为不应当采取的，应当立即解除。"""

from sanwei.facts.measure import measure_ended_on, measure_granted, measure_ruled_on

from ..control import WARN, Control, Due, Duty
from ._terms import held

control = Control(
    code="measure.refused-released",
    title="负责人不同意的措施立即解除",
    clauses=("XZQZ2011 §19",),
    as_of=measure_ruled_on,
    when=held & measure_ruled_on.is_not_null() & ~measure_granted,
    due=Due(since=measure_ruled_on, parameter="measure.at_once"),
    done=measure_ended_on,
    guards={"settle_measure": WARN},
    duty=Duty(todo="解除没有获准的强制措施", owner="leader", act="settle_measure"),
    says="负责人{measure_ruled_on}不同意采取措施，应当立即解除（不迟于{due}），解除日：{measure_ended_on}",
    cure="立即作出解除决定，退还财物",
)
