"""送达回证应当由受送达人签收；拒收、不在场的注明并有见证，邮寄、公告、电子送达的留有凭证。"""

from sanwei.facts.derived.around import s_procedure
from sanwei.facts.execution import receipt_signed, receipt_witness, served_on, service_method

from ..control import DENY, Control
from ..terms import said

_witnessed = said(receipt_witness)
_complete = (
    (receipt_signed == "signed")
    | (receipt_signed.is_in(["refused_noted", "absent_noted"]) & _witnessed)
    | (service_method.is_in(["mail", "public_notice", "electronic"]) & _witnessed)
)

control = Control(
    code="case.receipt-complete",
    title="送达回证有签收、见证或者凭证",
    clauses=("XZCF2009 §40", "XZCF2021 §61(1)", "HNZF2016 §31"),
    as_of=served_on,
    when=served_on.is_not_null() & (s_procedure != "summary"),
    breach=~_complete,
    guards={"serve_decision": DENY, "serve_document": DENY},
    says="{served_on}以{service_method}送达，回证签收为{receipt_signed}，见证人或者凭证为{receipt_witness}，不能证明已经送达",
    cure="由承办人补齐签收；拒收、不在场的注明情况并由见证人签名，邮寄、公告、电子送达的附单号、公告或者确认书",
    note="当场处罚拒绝签收的在决定书上注明即可，不需要见证人。",
)
