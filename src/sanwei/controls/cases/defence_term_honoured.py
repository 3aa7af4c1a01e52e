"""告知书写明了陈述申辩期限的，期限届满之前不得作出处罚决定，当事人已经申辩或者书面放弃的除外。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import defence_until_then, defence_waived, noticed_then
from sanwei.facts.derived.party import defence_made

from ..control import DENY, Control
from ..terms import ordinary_penalty

control = Control(
    code="case.defence-term-honoured",
    title="告知书写明的申辩期限届满之后才作决定",
    clauses=("XZCF2009 §32(1)", "XZCF2009 §41", "XZCF2021 §45(1)", "XZCF2021 §62", "HNZF2016 §26(2)"),
    as_of=decided_on,
    when=ordinary_penalty & noticed_then.is_not_null(),
    breach=(decided_on <= defence_until_then) & ~defence_made & ~defence_waived,
    guards={"issue_decision": DENY},
    says="{noticed_then}告知当事人可以陈述、申辩至{defence_until_then}，{decided_on}就作出了决定，当事人没有申辩也没有书面放弃",
    cure="等告知书写明的期限届满之后再作出决定；当事人书面放弃的，记录在案",
    note="法律没有规定陈述申辩的期限；机关自己写明的期限应当算数。至少留多少时间，另见 case.defence-time-left。",
)
