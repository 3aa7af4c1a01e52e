"""不批准移送公安机关的，应当写明理由。"""

from sanwei.facts.transfer import (
    transfer_decided_on,
    transfer_granted,
    transfer_kind,
    transfer_opinion,
)

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.crime-refusal-reasoned",
    title="不批准移送公安机关的写明理由",
    clauses=("YSFZ2001 §5(2)",),
    as_of=transfer_decided_on,
    when=transfer_decided_on.is_not_null() & (transfer_kind == "police") & ~transfer_granted,
    breach=~said(transfer_opinion),  # no reason on record is the breach
    guards={"decide_transfer": DENY},
    says="{transfer_decided_on}没有批准移送公安机关，审批人证号：{transfer_approver}，理由：{transfer_opinion}",
    cure="在审批意见中写明不构成犯罪或者不需要移送的理由",
)
