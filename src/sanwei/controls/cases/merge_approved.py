"""并案应当写明理由和并入的案件，并由负责人批准、标注证号。"""

from sanwei.facts.case import merge_approver, merge_reason, merged_into, merged_on

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.merge-approved",
    title="并案经负责人批准",
    clauses=("ZZ77 二(二)7", "HNZF2016 §35", "XZCF2021 §47"),
    as_of=merged_on,
    # a merger nobody approved is the breach
    breach=blank(merge_approver) | blank(merge_reason) | blank(merged_into),
    guards={"approve_merge": DENY},
    says="{merged_on}并入{merged_into}，批准人证号：{merge_approver}，理由：{merge_reason}",
    cure="写明并入哪一案和并案的理由，由负责人批准并标注执法证号",
)
