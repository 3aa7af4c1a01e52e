"""听取当事人的陈述和申辩。"""

from sanwei.facts.measure import measure_heard, measure_on

from ..control import DENY, Control
from ._terms import property_held

control = Control(
    code="measure.statement-heard",
    title="听取当事人的陈述和申辩",
    clauses=("XZQZ2011 §18(六)",),
    as_of=measure_on,
    when=property_held,
    breach=~measure_heard,
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}实施{measure_kind}，是否听取陈述和申辩：{measure_heard}",
    cure="听取当事人的陈述和申辩并记入现场笔录；当事人没有意见的也要记明",
)
