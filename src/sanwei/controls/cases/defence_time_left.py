"""告知之后应当给当事人留出陈述、申辩的时间，当事人已经申辩或者书面放弃的除外。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import defence_waived, noticed_then
from sanwei.facts.derived.party import defence_made

from ..control import DENY, Control, within_term
from ..terms import ordinary_penalty

control = Control(
    code="case.defence-time-left",
    title="告知之后给当事人留出了申辩的时间",
    clauses=("XZCF2009 §32(1)", "XZCF2009 §41", "XZCF2021 §45(1)", "XZCF2021 §62", "HNZF2016 §26(2)"),
    as_of=decided_on,
    when=ordinary_penalty & noticed_then.is_not_null(),
    breach=within_term(decided_on, "defence.wait", noticed_then, decided_on) & ~defence_made & ~defence_waived,
    guards={"issue_decision": DENY},
    says="{noticed_then}告知当事人，{decided_on}就作出了决定，没有留出陈述、申辩的时间，当事人没有申辩也没有书面放弃",
    cure="留足陈述、申辩的时间之后再作出决定；当事人书面放弃的，记录在案",
    note="法律没有规定天数，最短时间是预设的参数；告知书写明更长期限的，另见 case.defence-term-honoured。",
)
