"""对当事人的同一个违法行为，不得给予两次以上罚款。"""

from sanwei.facts.derived.case import fines_standing, last_decided_on
from sanwei.facts.derived.parties import fined_coparties, fines_of_first

from ..control import DENY, Control

control = Control(
    code="case.no-second-fine",
    title="同一个违法行为不得罚款两次",
    clauses=("XZCF2009 §24", "XZCF2021 §29"),
    as_of=last_decided_on,
    when=last_decided_on.is_not_null() & (fines_standing > 0),
    breach=(fines_of_first > 1) | (fines_standing - fines_of_first > fined_coparties),
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="到{last_decided_on}为止，本案未撤销的罚款决定有{fines_standing}份",
    cure="只保留一份罚款决定，先依法撤销另一份；确属另一个违法行为的，另行立案",
    note="对一名当事人的一个违法行为只有一份有效的罚款决定，共同当事人各自一份；不同案件之间的重复由监督机构比对",
)
