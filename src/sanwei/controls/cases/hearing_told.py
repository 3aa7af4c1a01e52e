"""拟作出较大数额罚款、没收或者其他较重处罚的，应当在决定之前告知当事人有要求听证的权利。"""

from sanwei.facts.decision import confiscation, decided_on, fine, penalty_kinds
from sanwei.facts.derived.decision import d_party_kind, hearing_right_then, noticed_then

from ..control import DENY, Control
from ..terms import hearing_due, ordinary_penalty

control = Control(
    code="case.hearing-told",
    title="较重的处罚在决定之前告知了听证权",
    clauses=("XZCF2009 §42", "XZCF2021 §63(1)", "HNZF2016 §27", "HNTZ204 §4(1)", "ZZTZ73 §4(1)"),
    as_of=decided_on,
    when=ordinary_penalty
    & noticed_then.is_not_null()
    & hearing_due(fine, confiscation, penalty_kinds, d_party_kind, noticed_then),
    breach=~hearing_right_then,
    guards={"issue_decision": DENY},
    says="决定罚款{fine}、没收{confiscation}，达到{noticed_then}告知当日的听证标准，告知书没有告知听证权",
    cure="由承办人重新告知，写明要求听证的权利和期限，期满之后再提请作出决定",
    note="听证权在告知时产生，数额标准取告知当日的；没有告知的由 case.notice-first 问。旧法所列种类之外的降低资质、关闭、限制从业按“等”字对待。",
)
