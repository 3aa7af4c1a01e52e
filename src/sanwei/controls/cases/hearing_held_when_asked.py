"""当事人在期限内要求听证的，应当在作出处罚决定之前举行听证。"""

from sanwei.facts.deliberation import hearing_asked_on, hearing_held_on, hearing_withdrawn_on
from sanwei.facts.derived.party import h_next_decided_on
from sanwei.facts.derived.rows import h_noticed_on, h_right_told

from ..control import DENY, Control, within_term

_kept_up = hearing_withdrawn_on.is_null() | (hearing_withdrawn_on > h_next_decided_on)
_in_time = within_term(hearing_asked_on, "hearing.request", h_noticed_on, hearing_asked_on)

control = Control(
    code="case.hearing-held-when-asked",
    title="当事人依法要求听证的，决定之前举行了听证",
    clauses=("XZCF2009 §42", "XZCF2021 §63(1)", "HNZF2016 §27"),
    as_of=hearing_asked_on,
    when=hearing_asked_on.is_not_null() & h_next_decided_on.is_not_null() & _kept_up & h_right_told & _in_time,
    breach=hearing_held_on.is_null() | (hearing_held_on > h_next_decided_on),  # not held: absence is the breach
    guards={"issue_decision": DENY},
    says="当事人{hearing_asked_on}要求听证，{h_next_decided_on}作出决定之前没有举行听证（举行日：{hearing_held_on}）",
    cure="先通知并举行听证，再根据听证笔录作出决定；当事人撤回或者视为放弃的，登记撤回",
    note="逾期提出的、已经撤回的、告知书没有告知听证权的不在此问。",
)
