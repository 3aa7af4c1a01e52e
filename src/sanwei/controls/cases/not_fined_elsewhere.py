"""同一个违法行为在另一案中已经罚过款的，不得再给予罚款。"""

from sanwei.facts.decision import decided_on, fine, fined_before, fined_before_other, fined_looked_on, penalty_kinds

from ..control import DENY, Control
from ..terms import amount, penalty_decided, said

control = Control(
    code="case.not-fined-elsewhere",
    title="另案已经罚款的行为不再罚款",
    clauses=("XZCF2009 §24", "XZCF2021 §29"),
    as_of=decided_on,
    when=penalty_decided & (amount(fine, penalty_kinds, "fine") > 0) & fined_looked_on.is_not_null(),
    breach=(fined_before > 0) & ~said(fined_before_other),
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="{fined_looked_on}查对到{fined_before}件可能是同一行为的罚款决定，没有写明为什么不是同一个行为",
    cure="核对查对到的案件：确是同一个行为的，不再罚款；不是的，写明时间、地点、情节有什么不同",
    note="查对在登记的案件中进行：同一当事人、同一事项而行为在那次决定以前，或者同日同地；没有查对的旧案不判断",
)
