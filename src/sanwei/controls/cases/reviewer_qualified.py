"""初次从事处罚决定法制审核的人员，应当具有国家统一法律职业资格。"""

from sanwei.facts.deliberation import reviewed_on
from sanwei.facts.derived.rows import reviewer_is_new, reviewer_qualified

from ..control import DENY, Control

control = Control(
    code="case.reviewer-qualified",
    title="初次从事法制审核的人员具有法律职业资格",
    clauses=("XZCF2017 §38(3)", "XZCF2021 §58(2)"),
    as_of=reviewed_on,
    when=reviewer_is_new,
    breach=~reviewer_qualified,
    guards={"review_case": DENY},
    says="{reviewed_on}的审核人{reviewer_no}初次从事法制审核，没有取得法律职业资格",
    cure="由具有法律职业资格或者此前已经从事审核的人员重新审核",
)
