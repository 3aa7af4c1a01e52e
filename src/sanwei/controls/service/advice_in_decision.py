"""作出处罚的同时，应当针对违法事项分析原因、提出整改指导。"""

from sanwei.facts.decision import advice, causes, decided_on

from ..control import DENY, Control
from ..terms import ordinary_penalty, said

control = Control(
    code="service.advice-in-decision",
    title="处罚决定附有违法原因分析和整改指导",
    clauses=("HN78 三(三)", "ZZ77 二(二)1"),
    as_of=decided_on,
    when=ordinary_penalty,
    breach=~said(causes) | ~said(advice),  # guidance that is not in the decision was not given
    guards={"issue_decision": DENY},
    says="{decided_on}的处罚决定缺少违法原因分析（{causes}）或者整改指导（{advice}）",
    cure="由承办人针对本案事实写明违法原因和整改办法，随决定一并告知当事人",
    note="当场处罚的分析和指导在现场口头进行，决定书是预定格式，不在此问。",
)
