"""检查、询问、抽样取证时执法人员不得少于两人。"""

from sanwei.facts.investigation import contact_kind, contact_on, officers_present

from ..control import DENY, Control, param
from ._terms import ordinary_contact

control = Control(
    code="case.two-officers",
    title="检查、询问、抽样取证时执法人员不得少于两人",
    clauses=("XZCF2009 §37(1)", "HNZF2016 §24", "XZCF2021 §42(1)"),
    as_of=contact_on,
    when=contact_on.is_not_null() & ordinary_contact & contact_kind.is_in(["inspection", "questioning", "sampling"]),
    breach=officers_present.list.n_unique() < param("officers.least", contact_on),
    guards={"record_contact": DENY},
    says="{contact_on}的{contact_kind}，在场执法人员为：{officers_present}（不得少于两人）",
    cure="由两名以上持证执法人员重新检查、询问或者取样；原来的记录不作为定案依据",
    note="现场送达不是调查、检查，不在此问；当场处罚由另一项控制判断",
)
