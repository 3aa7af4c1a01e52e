"""普通程序的处罚应当由两名以上执法人员承办，至少有一次调查是两人进行的。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import contacts_then, officers_signing, understaffed_contacts

from ..control import DENY, Control, param
from ..terms import ordinary_penalty

control = Control(
    code="case.two-officers-decide",
    title="处罚由两名以上执法人员承办",
    clauses=("XZCF2009 §37(1)", "HNZF2016 §24", "XZCF2021 §42(1)"),
    as_of=decided_on,
    when=ordinary_penalty,
    breach=(officers_signing < param("officers.least", decided_on))
    | ((contacts_then > 0) & (understaffed_contacts >= contacts_then)),
    guards={"issue_decision": DENY},
    says="{decided_on}的处罚决定载明承办人员{officers_signing}人；此前{contacts_then}次检查、询问之中，{understaffed_contacts}次少于两人",
    cure="确定两名以上持证的承办人员，由两人以上重新调查取证后再作决定",
)
