"""停止计算的事由消除，应当由负责人批准恢复办理，写明理由。"""

from sanwei.facts.clock import resume_approver, resume_reason, resumed_on, stopped_from

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.resumption-approved",
    title="恢复办理经负责人批准",
    clauses=("XZCF2021 §60", "ZJCX2022 中止", "ZZ77 二(二)7"),
    as_of=resumed_on,
    # a resumption that does not say why and by whom is the breach; one before the stop cannot be
    breach=blank(resume_approver) | blank(resume_reason) | (resumed_on < stopped_from),
    guards={"resume_case": DENY},
    says="{stopped_from}停止计算，{resumed_on}恢复，批准人证号：{resume_approver}，理由：{resume_reason}",
    cure="写明停止计算的事由怎样消除、从哪一天恢复，由负责人批准并标注执法证号",
)
