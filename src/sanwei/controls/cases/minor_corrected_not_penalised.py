"""违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.responsibility import d_harm, d_in_time, d_minor, d_weighed_on

from ..control import DENY, Control
from ..terms import penalty_decided

control = Control(
    code="case.minor-corrected-not-penalised",
    title="轻微并及时改正、没有后果的不予处罚",
    clauses=("XZCF2009 §27(2)", "XZCF2021 §33(1)"),
    as_of=decided_on,
    when=penalty_decided & d_weighed_on.is_not_null(),
    breach=d_minor & d_in_time & (d_harm == "none"),
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="{d_weighed_on}认定违法行为轻微（{d_minor}）、及时改正（{d_in_time}）、危害后果为“{d_harm}”，{decided_on}仍然给予处罚",
    cure="不予行政处罚，并对当事人进行教育；认定有误的，重新认定责任",
    note="没有认定过责任的不在此问；初次违法、后果轻微的“可以”不罚，不在此问。",
)
