"""检查、询问时应当告知当事人的权利义务，包括申请回避的权利。"""

from sanwei.facts.investigation import contact_kind, contact_on, rights_told

from ..control import WARN, Control

control = Control(
    code="case.rights-told",
    title="检查、询问时告知权利义务",
    clauses=("XZCF2009 §6", "HNZF2016 §23(1)", "XZCF2021 §7", "XZCF2021 §43(2)"),
    as_of=contact_on,
    when=contact_on.is_not_null() & contact_kind.is_in(["inspection", "questioning"]),
    breach=~rights_told,
    guards={"record_contact": WARN, "decide_on_the_spot": WARN},
    says="{contact_on}对{contact_person}的{contact_kind}，没有告知陈述、申辩和申请回避等权利",
    cure="当面补充告知权利义务，并在下一份笔录中记明",
    note="法律规定了这些权利，没有明文规定检查、询问时逐次告知，所以只提醒，不阻止",
)
