"""当场告知理由、依据、权利和救济途径。"""

from sanwei.facts.measure import measure_on, measure_rights_told

from ..control import DENY, Control
from ._terms import property_held

control = Control(
    code="measure.rights-told",
    title="当场告知理由、依据、权利和救济途径",
    clauses=("XZQZ2011 §18(五)",),
    as_of=measure_on,
    when=property_held,
    breach=~measure_rights_told,
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}实施{measure_kind}，是否当场告知理由、依据、权利和救济途径：{measure_rights_told}",
    cure="当场向当事人说明理由、依据，告知陈述、申辩、复议、诉讼和求偿的权利",
    note="冻结的程序不含当场告知（第三十条第一款），以冻结决定书告知",
)
