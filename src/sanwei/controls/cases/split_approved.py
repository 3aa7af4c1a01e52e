"""分案应当写明理由和分出的内容，由负责人批准、标注证号，原案上记明分出的案号。"""

from sanwei.facts.split import split_approver, split_deed, split_number, split_party, split_reason, split_ruled_on

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.split-approved",
    title="分案经负责人批准，两案互相指明",
    clauses=("ZZ77 二(二)7", "HNZF2016 §35", "XZCF2021 §47"),
    as_of=split_ruled_on,
    # what nobody approved, explained or numbered is the breach
    breach=blank(split_approver)
    | blank(split_reason)
    | blank(split_number)
    | (split_party.is_null() & split_deed.is_null()),
    guards={"approve_split": DENY},
    says="{split_ruled_on}分出{split_number}，批准人证号：{split_approver}，理由：{split_reason}",
    cure="写明分出哪一名当事人或者哪一个行为、为什么分案，由负责人批准并标注执法证号",
)
