"""不能辨认或者不能控制自己行为时有违法行为的，不予行政处罚。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import d_party_kind
from sanwei.facts.derived.responsibility import d_mental, d_weighed_on

from ..control import DENY, Control
from ..terms import penalty_decided

control = Control(
    code="case.unable-not-penalised",
    title="不能辨认或者控制自己行为的人不予处罚",
    clauses=("XZCF2009 §26", "XZCF2021 §31"),
    as_of=decided_on,
    when=penalty_decided & d_weighed_on.is_not_null() & (d_party_kind != "organisation"),
    breach=d_mental == "unable",
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="当事人违法时的辨认控制能力为“{d_mental}”，{decided_on}给予了行政处罚",
    cure="不予行政处罚，责令监护人严加看管和治疗，并记录在案；间歇性精神病人在精神正常时违法的，写明鉴定意见",
    note="没有认定过责任的不在此问。",
)
