"""暂扣、停产停业、限制一类的处罚，决定书应当写明期限。"""

from sanwei.facts.decision import decided_on, penalty_from, penalty_kinds, penalty_until, restriction_terms

from ..control import DENY, Control
from ..terms import has_kind, penalty_decided, said

_TIMED = ("suspend_licence", "restrict_business", "suspend_business", "restrict_profession")

control = Control(
    code="case.term-stated",
    title="暂扣、停业、限制写明期限",
    clauses=("XZCF2009 §39(1)", "XZCF2021 §59(1)"),
    as_of=decided_on,
    when=penalty_decided & has_kind(penalty_kinds, _TIMED),
    # no first day, or neither a last day nor the condition on which it ends: the absence is the breach
    breach=penalty_from.is_null() | (penalty_until.is_null() & ~said(restriction_terms)),
    guards={"issue_decision": DENY},
    says="{decided_on}决定{penalty_kinds}，起日：{penalty_from}，止日：{penalty_until}，范围和条件：{restriction_terms}",
    cure="写明起止日期；停业整顿没有确定止日的，写明恢复的条件",
)
