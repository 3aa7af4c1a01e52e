"""听证结束后应当根据听证笔录作出决定，听证报告应当在决定之前提出。"""

from sanwei.facts.deliberation import hearing_held_on, hearing_reported_on
from sanwei.facts.derived.party import h_next_decided_on

from ..control import DENY, Control

control = Control(
    code="case.hearing-reported",
    title="决定之前有听证报告",
    clauses=("XZCF2009 §43", "XZCF2021 §65"),
    as_of=hearing_held_on,
    when=hearing_held_on.is_not_null() & h_next_decided_on.is_not_null(),
    # no report before the decision: the absence is the breach
    breach=hearing_reported_on.is_null() | (hearing_reported_on > h_next_decided_on),
    guards={"issue_decision": DENY},
    says="{hearing_held_on}举行了听证，{h_next_decided_on}作出决定，听证报告日：{hearing_reported_on}",
    cure="由听证主持人提出听证报告，连同笔录交负责人审查之后再作出决定",
    note="法律要求根据听证笔录作出决定；报告是主持人把笔录交给决定的人的形式。",
)
