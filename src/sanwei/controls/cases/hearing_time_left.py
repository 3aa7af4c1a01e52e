"""告知听证权之后，要求听证的期限届满之前不得作出处罚决定，当事人已经要求听证或者书面放弃的除外。"""

from sanwei.facts.decision import confiscation, decided_on, fine, penalty_kinds
from sanwei.facts.derived.decision import d_party_kind, defence_waived, hearing_right_then, noticed_then
from sanwei.facts.derived.party import hearing_ever_asked

from ..control import DENY, Control, within_term
from ..terms import hearing_due, ordinary_penalty

_due = hearing_due(fine, confiscation, penalty_kinds, d_party_kind, noticed_then)

control = Control(
    code="case.hearing-time-left",
    title="要求听证的期限届满之后才作决定",
    clauses=("XZCF2009 §42(一)", "XZCF2021 §64(一)"),
    as_of=decided_on,
    when=ordinary_penalty & noticed_then.is_not_null() & hearing_right_then & _due,
    breach=within_term(decided_on, "hearing.request", noticed_then, decided_on) & ~hearing_ever_asked & ~defence_waived,
    guards={"issue_decision": DENY},
    says="{noticed_then}告知当事人可以要求听证，{decided_on}就作出了决定，要求听证的期限还没有届满",
    cure="等要求听证的期限届满之后再作出决定；当事人书面放弃听证的，记录在案",
    note="放弃书通常一并写明放弃陈述、申辩和听证，所以书面放弃申辩的视为一并放弃。没有告知听证权的由 case.hearing-told 问。",
)
