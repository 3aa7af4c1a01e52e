"""管辖有争议的，定由本机关管辖之后才能作出决定。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.jurisdiction import dispute_stands

from ..control import DENY, Control
from ..terms import ordinary_decision

control = Control(
    code="case.dispute-settled-first",
    title="管辖争议解决之后才作决定",
    clauses=("XZCF2009 §21", "XZCF2021 §25"),
    as_of=decided_on,
    when=ordinary_decision,
    breach=dispute_stands,
    guards={"issue_decision": DENY},
    says="{decided_on}作出决定时，管辖争议还没有解决，或者已经定由对方管辖",
    cure="先协商；协商不成的，报共同的上一级机关指定管辖；定由对方管辖的，移送对方",
)
