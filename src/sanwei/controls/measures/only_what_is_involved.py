"""只能查封、扣押涉案的场所、设施、财物，不得动生活必需品，不得重复查封。"""

from sanwei.facts.measure import measure_held_already, measure_necessities, measure_on, measure_related

from ..control import DENY, Control
from ._terms import property_held

control = Control(
    code="measure.only-what-is-involved",
    title="只查封、扣押涉案财物，不动生活必需品，不重复查封",
    clauses=("XZQZ2011 §23(1)", "XZQZ2011 §23(2)"),
    as_of=measure_on,
    when=property_held,
    breach=~measure_related | measure_necessities | measure_held_already,
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}{measure_kind}“{measure_target}”，均与违法行为有关：{measure_related}，"
    "含有生活必需品：{measure_necessities}，已被其他机关查封：{measure_held_already}",
    cure="从清单中去掉无关的财物和生活必需品；已被其他机关查封的，与该机关协商，不得重复查封",
)
