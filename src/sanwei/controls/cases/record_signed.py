"""检查、询问应当制作笔录，由当事人签名；拒绝签名或者不在场的，应当注明。"""

from sanwei.facts.investigation import contact_kind, contact_on, record_signed

from ..control import DENY, Control
from ._terms import ordinary_contact

control = Control(
    code="case.record-signed",
    title="检查、询问笔录有签名，拒签或者不在场的已经注明",
    clauses=("XZCF2009 §37(1)", "XZCF2021 §55(2)"),
    as_of=contact_on,
    when=contact_on.is_not_null() & ordinary_contact & contact_kind.is_in(["inspection", "questioning"]),
    breach=record_signed == "unsigned",
    guards={"record_contact": DENY},
    says="{contact_on}对{contact_person}的{contact_kind}，笔录签名情况：{record_signed}",
    cure="请当事人核对后签名；拒绝签名或者不在场的，由执法人员在笔录上注明情况",
)
