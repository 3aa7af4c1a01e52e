"""延长不得超过三十日，须在期限届满之前经负责人批准并说明理由。"""

from sanwei.facts.derived.measures import m_first_from
from sanwei.facts.measure import extended_on, extension_approver, extension_days, extension_reason

from ..control import DENY, Control, ends, param
from ..terms import blank, said

control = Control(
    code="measure.extension-lawful",
    title="延长期限经负责人批准，不超过三十日，在届满之前作出",
    clauses=("XZQZ2011 §25(1)", "XZQZ2011 §32(1)"),
    as_of=extended_on,
    breach=(extension_days > param("measure.extension", extended_on))
    | (extended_on > ends("measure.limit", m_first_from, extended_on))
    | blank(extension_approver)
    | ~said(extension_reason),
    guards={"extend_measure": DENY},
    says="{extended_on}批准延长{extension_days}日，批准人：{extension_approver}，理由：{extension_reason}，措施自{measure_on}起",
    cure="延长最多三十日，须在三十日届满之前由负责人批准并写明情况复杂的理由；已经届满的应当解除",
)
