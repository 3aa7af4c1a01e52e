"""查封、扣押清单一式二份，由当事人和行政机关分别保存。"""

from sanwei.facts.derived.measures import m_things
from sanwei.facts.measure import measure_list_copies, measure_list_signed, measure_on

from ..control import DENY, Control
from ._terms import property_held

control = Control(
    code="measure.list-in-two-copies",
    title="清单一式二份并签名，物品逐项登记",
    clauses=("XZQZ2011 §24(3)",),
    as_of=measure_on,
    when=property_held,
    breach=(measure_list_copies < 2) | (measure_list_signed == "unsigned") | (m_things < 1),
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}{measure_kind}的清单一式{measure_list_copies}份，签名情况：{measure_list_signed}，登记物品{m_things}项",
    cure="逐项列明名称、规格、数量、特征，清单一式二份，核对无误后签名，一份交当事人",
)
