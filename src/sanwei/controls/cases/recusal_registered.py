"""当事人在检查、询问时申请回避的，应当登记并依法审查。"""

from sanwei.facts.derived.evidence import c_recusals
from sanwei.facts.investigation import contact_on, recusal_answer

from ..control import DENY, Control

control = Control(
    code="case.recusal-registered",
    title="当事人当场申请回避的已经登记",
    clauses=("HNZF2016 §23(1)", "XZCF2021 §43(2)", "XZCF2021 §43(3)"),
    as_of=contact_on,
    # older records knew no such question
    when=contact_on.is_not_null() & (recusal_answer.fill_null("none") == "asked"),
    breach=c_recusals < 1,
    guards={"end_investigation": DENY, "issue_decision": DENY},
    says="{contact_on}对{contact_person}{contact_kind}时当事人申请回避，此后登记的回避申请{c_recusals}件",
    cure="登记回避申请，报行政机关负责人决定",
)
