"""实施强制措施应当通知当事人到场；当事人不到场的，邀请见证人到场。"""

from sanwei.facts.measure import measure_on, measure_presence, measure_witness

from ..control import DENY, Control
from ..terms import said
from ._terms import property_held

control = Control(
    code="measure.party-called",
    title="当事人到场，不到场的有见证人",
    clauses=("XZQZ2011 §18(四)", "XZQZ2011 §18(九)"),
    as_of=measure_on,
    when=property_held,
    # a witness without a name is none
    breach=(measure_presence == "nobody") | ((measure_presence == "witness") & ~said(measure_witness)),
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}实施{measure_kind}，到场情况：{measure_presence}，见证人：{measure_witness}",
    cure="通知当事人到场；当事人不到场的，邀请见证人到场并写明姓名，由见证人在笔录上签名",
    note="冻结的程序不含通知到场（第三十条第一款）",
)
