"""办案期限停止计算，应当有事由、依据和证明文书，并由负责人批准、标注证号。"""

from sanwei.facts.clock import (
    stop_approver,
    stop_basis,
    stop_decided_on,
    stop_document,
    stop_granted,
    stop_reason,
)

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.stop-grounded",
    title="停止计算办案期限有事由、有依据、有文书、经负责人批准",
    clauses=("XZCF2021 §60", "ZJCX2022 办案期限·不计入", "ZJCX2022 中止", "ZZ77 二(二)7"),
    as_of=stop_decided_on,
    when=stop_decided_on.is_not_null() & stop_granted,
    # what is not written down stops no clock: absence is the breach
    breach=blank(stop_approver) | blank(stop_reason) | blank(stop_basis) | blank(stop_document),
    guards={"decide_stop": DENY},
    says=(
        "{stop_decided_on}批准停止计算，批准人证号：{stop_approver}，理由：{stop_reason}，"
        "依据：{stop_basis}，证明文书：{stop_document}"
    ),
    cure="写明事由、所依据的条款和证明文书（名称、文号），由负责人批准并标注执法证号；没有依据的，期限照常计算",
)
