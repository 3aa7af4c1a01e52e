"""查封、扣押决定书和清单应当当场交付。"""

from sanwei.facts.measure import measure_delivered_on, measure_on

from ..control import DENY, Control
from ._terms import property_held

control = Control(
    code="measure.decision-on-the-spot",
    title="查封、扣押决定书和清单当场交付",
    clauses=("XZQZ2011 §24(1)",),
    as_of=measure_on,
    when=property_held,
    breach=measure_delivered_on.is_null() | (measure_delivered_on > measure_on),  # not delivered is the breach
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}{measure_kind}“{measure_target}”，决定书和清单交付日：{measure_delivered_on}（应当当场交付）",
    cure="当场制作并交付决定书和清单；当事人不在场的交见证人见证留置，并在笔录上记明",
)
