"""当事人的陈述、申辩应当在决定之前复核，并写明采纳与否。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.party import defence_made, defence_unexamined

from ..control import DENY, Control
from ..terms import ordinary_penalty

control = Control(
    code="case.defence-reexamined",
    title="当事人的陈述申辩已经逐次复核",
    clauses=("XZCF2009 §32(1)", "XZCF2009 §41", "XZCF2021 §45(1)", "XZCF2021 §62", "HNZF2016 §26(2)"),
    as_of=decided_on,
    when=ordinary_penalty & defence_made,
    breach=defence_unexamined,
    guards={"issue_decision": DENY},
    says="当事人作过陈述、申辩，{decided_on}作出决定之前还有未经复核或者没有写明采纳与否的",
    cure="由承办人对当事人提出的事实、理由和证据逐项复核，写明采纳与否及理由，再提请作出决定",
)
