"""法律、法规授权的机关才能采取强制措施。"""

from sanwei.facts.measure import measure_empowered, measure_on

from ..control import DENY, Control

control = Control(
    code="measure.power-given",
    title="法律、法规授权的机关才能采取强制措施",
    clauses=("XZQZ2011 §17", "XZQZ2011 §22", "XZQZ2011 §29(1)"),
    as_of=measure_on,
    breach=~measure_empowered,
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}对“{measure_target}”{measure_kind}，职权事项的依据是否授权：{measure_empowered}，依据：{measure_basis}",
    cure="没有法律、法规授权的，不得查封、扣押、冻结；需要固定证据的，改用先行登记保存或者抽样取证",
)
