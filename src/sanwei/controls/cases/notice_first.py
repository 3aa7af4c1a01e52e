"""作出处罚决定之前，应当先把拟作出的处罚告知当事人。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import noticed_then

from ..control import DENY, Control
from ..terms import ordinary_penalty

control = Control(
    code="case.notice-first",
    title="作出处罚决定之前先行告知当事人",
    clauses=("XZCF2009 §31", "XZCF2009 §41", "XZCF2021 §44", "XZCF2021 §62", "HNZF2016 §26(1)"),
    as_of=decided_on,
    when=ordinary_penalty,
    breach=noticed_then.is_null(),  # a decision without a notice before it: absence is the breach
    guards={"issue_decision": DENY},
    says="{decided_on}作出处罚决定之前，没有事先告知当事人的记录",
    cure="由承办人制作并送达事先告知书，听取陈述、申辩之后再提请作出决定",
    note="简易程序当场口头告知，不另作告知书，不在此问。",
)
