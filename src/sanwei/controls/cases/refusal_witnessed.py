"""当事人拒绝在笔录上签名或者不在场的，应当有见证人。"""

from sanwei.facts.investigation import contact_on, record_signed, record_witness

from ..control import WARN, Control
from ..terms import said
from ._terms import ordinary_contact

control = Control(
    code="case.refusal-witnessed",
    title="拒签、不在场的笔录有见证人",
    clauses=("HNZF2016 §35", "XZCF2021 §47", "XZCF2021 §55(2)"),
    as_of=contact_on,
    when=contact_on.is_not_null() & ordinary_contact & record_signed.is_in(["refused_noted", "absent_noted"]),
    breach=~said(record_witness),  # a witness nobody wrote down is none
    guards={"record_contact": WARN},
    says="{contact_on}对{contact_person}的{contact_kind}，笔录{record_signed}，见证人：{record_witness}",
    cure="请见证人在笔录上签名并写明身份；没有见证人的，用执法记录仪记录拒签的过程",
)
