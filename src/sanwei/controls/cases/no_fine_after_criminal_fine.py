"""人民法院已经判处罚金的，行政机关不再给予罚款。"""

from sanwei.facts.decision import decided_on, fine, penalty_kinds
from sanwei.facts.derived.beside import d_fined_by_court_on

from ..control import DENY, Control
from ..terms import amount, penalty_decided

control = Control(
    code="case.no-fine-after-criminal-fine",
    title="已经判处罚金的不再罚款",
    clauses=("XZCF2021 §35",),
    as_of=decided_on,
    when=penalty_decided & (amount(fine, penalty_kinds, "fine") > 0),
    breach=d_fined_by_court_on.is_not_null(),
    guards={"issue_decision": DENY},
    says="法院{d_fined_by_court_on}已经判处罚金，{decided_on}又罚款{fine}",
    cure="去掉罚款；其他种类的处罚需要给予的，写明理由",
    note="2021年7月15日以前的法律只规定折抵，没有规定不再罚款；没有登记刑事裁判的视为没有判处罚金",
)
