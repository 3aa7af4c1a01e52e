"""处罚决定的种类和数额不得超出最近一次事先告知的内容。"""

from sanwei.facts.decision import confiscation, decided_on, fine, penalty_kinds
from sanwei.facts.derived.decision import notice_fine_then, notice_kinds_then, noticed_then
from sanwei.facts.derived.party import notice_confiscation_then

from ..control import DENY, Control
from ..terms import amount, ordinary_penalty, rank

_fine = amount(fine, penalty_kinds, "fine") > amount(notice_fine_then, notice_kinds_then, "fine")
_taken = amount(confiscation, penalty_kinds, "confiscation") > amount(
    notice_confiscation_then, notice_kinds_then, "confiscation"
)
# A kind nobody announced goes beyond the notice, unless the decision as a whole is of a lighter sort.
_new_kind = (penalty_kinds.list.set_difference(notice_kinds_then).list.len() > 0) & (
    rank(penalty_kinds) >= rank(notice_kinds_then)
)

control = Control(
    code="case.notice-covers-decision",
    title="决定不超出告知的种类和数额",
    clauses=("XZCF2009 §31", "XZCF2009 §41", "XZCF2021 §44", "XZCF2021 §62", "HNZF2016 §26(1)"),
    as_of=decided_on,
    when=ordinary_penalty & noticed_then.is_not_null(),
    breach=_fine | _taken | _new_kind,
    guards={"issue_decision": DENY},
    says="{noticed_then}告知拟罚款{notice_fine_then}、没收{notice_confiscation_then}，"
    "决定罚款{fine}、没收{confiscation}，数额或者种类超出了告知的内容",
    cure="按告知的内容决定；确需加重的，说明新的事实和证据，重新告知并听取陈述、申辩",
    note="没有告知的，由 case.notice-first 问，这里不重复。",
)
