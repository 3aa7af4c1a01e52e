"""先行登记保存应当经行政机关负责人批准。"""

from sanwei.facts.investigation import preservation_approver, preservation_asked_on, preserved_on

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.preservation-approved",
    title="先行登记保存经负责人批准并写明理由",
    clauses=("XZCF2009 §37(2)", "XZCF2021 §56"),
    as_of=preserved_on,
    # nobody's certificate on the approval is no approval
    breach=blank(preservation_approver) | (preservation_asked_on > preserved_on).fill_null(False),
    guards={"preserve_evidence": DENY},
    says="{preserved_on}先行登记保存“{preserved_things}”，呈请日：{preservation_asked_on}，批准人：{preservation_approver}",
    cure="先呈报行政机关负责人批准；没有批准的，立即退还物品",
)
