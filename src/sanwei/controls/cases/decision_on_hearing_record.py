"""听证之后的决定应当根据听证笔录作出，没有在听证中质证的新证据不得直接作为依据。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import noticed_then
from sanwei.facts.derived.party import d_hearing_held_on, evidence_after_hearing

from ..control import DENY, Control
from ..terms import ordinary_penalty

_not_told_again = noticed_then.is_null() | (noticed_then <= d_hearing_held_on)

control = Control(
    code="case.decision-on-hearing-record",
    title="决定以听证笔录中的证据为准",
    clauses=("XZCF2009 §43", "XZCF2021 §65"),
    as_of=decided_on,
    when=ordinary_penalty & d_hearing_held_on.is_not_null(),
    breach=(evidence_after_hearing > 0) & _not_told_again,
    guards={"issue_decision": DENY},
    says="{d_hearing_held_on}举行听证之后又取得定案证据{evidence_after_hearing}件，没有重新告知，{decided_on}作出了决定",
    cure="不用听证之后取得的证据；确需使用的，重新告知当事人，听取申辩，当事人要求的再次听证",
)
