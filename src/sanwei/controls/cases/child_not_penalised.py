"""不满十四周岁的人有违法行为的，不予行政处罚。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import d_party_kind
from sanwei.facts.derived.responsibility import d_age, d_weighed_on

from ..control import DENY, Control
from ..terms import penalty_decided

control = Control(
    code="case.child-not-penalised",
    title="不满十四周岁的人不予处罚",
    clauses=("XZCF2009 §25", "XZCF2021 §30"),
    as_of=decided_on,
    when=penalty_decided & d_weighed_on.is_not_null() & (d_party_kind != "organisation"),
    breach=d_age < 14,
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="当事人违法时{d_age}周岁，{decided_on}给予了行政处罚",
    cure="不予行政处罚，责令监护人管教，并记录教育情况；年龄不清楚的，先查明年龄",
    note="没有认定过责任的不在此问。",
)
