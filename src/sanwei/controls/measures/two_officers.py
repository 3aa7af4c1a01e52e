"""强制措施由两名以上执法人员实施。"""

from sanwei.facts.measure import measure_officers, measure_on

from ..control import DENY, Control

control = Control(
    code="measure.two-officers",
    title="强制措施由两名以上执法人员实施",
    clauses=("XZQZ2011 §18(二)",),
    as_of=measure_on,
    breach=measure_officers.list.n_unique() < 2,
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}实施{measure_kind}的执法人员为：{measure_officers}（不得少于两人）",
    cure="由两名以上持证执法人员实施；一人实施的应当解除，重新依法办理",
)
