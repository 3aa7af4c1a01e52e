"""检查、询问、抽样取证时应当告知当事人的权利，包括申请回避的权利。"""

from sanwei.facts.investigation import contact_kind, contact_on, rights_told

from ..control import DENY, Control

control = Control(
    code="case.rights-told",
    title="检查、询问、抽样取证时告知当事人的权利",
    clauses=("GBF118 公示·事中", "XZCF2021 §43(2)"),
    as_of=contact_on,
    when=contact_on.is_not_null() & contact_kind.is_in(["inspection", "questioning", "sampling"]),
    breach=~rights_told,
    guards={"record_contact": DENY, "decide_on_the_spot": DENY},
    says="{contact_on}对{contact_person}的{contact_kind}，是否告知陈述、申辩和申请回避等权利：{rights_told}",
    cure="向当事人告知陈述、申辩和申请回避等权利之后再进行，并记入笔录",
    note="调查取证时说明当事人权利的明文要求始于国办发〔2018〕118号，此前的不问",
)
