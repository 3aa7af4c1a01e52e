"""延长不得超过三十日，须在期限届满之前经负责人批准并说明理由。"""

from sanwei.facts.derived.measures import m_first_from
from sanwei.facts.measure import (
    measure_extended_on,
    measure_extension_approver,
    measure_extension_days,
    measure_extension_reason,
)

from ..control import DENY, Control, param, within_term
from ..terms import blank, said

control = Control(
    code="measure.extension-lawful",
    title="延长期限经负责人批准，不超过三十日，在届满之前作出",
    clauses=("XZQZ2011 §25(1)", "XZQZ2011 §32(1)"),
    as_of=measure_extended_on,
    breach=(measure_extension_days > param("measure.extension", measure_extended_on))
    | ~within_term(measure_extended_on, "measure.limit", m_first_from, measure_extended_on)
    | blank(measure_extension_approver)
    | ~said(measure_extension_reason),
    guards={"extend_measure": DENY},
    says="{measure_extended_on}批准延长{measure_extension_days}日，批准人：{measure_extension_approver}，"
    "理由：{measure_extension_reason}，措施自{measure_on}起",
    cure="延长最多三十日，须在三十日届满之前由负责人批准并写明情况复杂的理由；已经届满的应当解除",
)
