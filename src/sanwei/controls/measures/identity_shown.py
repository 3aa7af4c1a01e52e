"""实施强制措施时出示执法证件。"""

from sanwei.facts.measure import measure_identity_shown, measure_on

from ..control import DENY, Control

control = Control(
    code="measure.identity-shown",
    title="实施强制措施时出示执法证件",
    clauses=("XZQZ2011 §18(三)",),
    as_of=measure_on,
    breach=~measure_identity_shown,
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}实施{measure_kind}，是否出示执法证件：{measure_identity_shown}",
    cure="出示执法证件、表明身份之后再实施",
)
