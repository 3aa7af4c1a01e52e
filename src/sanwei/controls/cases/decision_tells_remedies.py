"""处罚决定书应当写明申请复议、提起诉讼的途径和期限。"""

from sanwei.facts.decision import decided_on, remedies_told

from ..control import DENY, Control
from ..terms import ordinary_penalty

control = Control(
    code="case.decision-tells-remedies",
    title="决定书写明救济途径和期限",
    clauses=("XZCF2009 §39(1)", "XZCF2021 §59(1)", "HNZF2016 §29"),
    as_of=decided_on,
    when=ordinary_penalty,
    breach=~remedies_told,
    guards={"issue_decision": DENY},
    says="{decided_on}的处罚决定书没有写明申请复议、提起诉讼的途径和期限",
    cure="由承办人在决定书中写明复议机关、受诉法院和各自的期限",
    note="当场处罚决定书自何时起须写明救济途径与普通程序不同，另见 case.summary-tells-remedies。",
)
