"""执法人员接触当事人或者有关人员，应当主动出示执法证件、表明身份。"""

from sanwei.facts.investigation import contact_on, identity_shown

from ..control import DENY, Control

control = Control(
    code="case.identity-shown",
    title="主动出示执法证件、表明身份",
    clauses=(
        "XZCF2009 §34(1)",
        "XZCF2009 §37(1)",
        "HN78 三(五)",
        "ZZ77 二(三)",
        "HNZF2016 §24",
        "GBF118 公示·事中",
        "XZCF2021 §52(1)",
        "XZCF2021 §55(1)",
    ),
    as_of=contact_on,
    breach=~identity_shown,
    guards={"record_contact": DENY, "decide_on_the_spot": DENY},
    says="{contact_on}对{contact_person}的{contact_kind}，是否出示执法证件、表明身份：{identity_shown}",
    cure="出示执法证件之后重新进行；没有出示证件的，当事人有权拒绝，原来的记录不作为定案依据",
)
