"""涉嫌犯罪的案件，移送没有结果之前不得以行政处罚代替。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.transfer import crime_pending

from ..control import DENY, Control
from ..terms import ordinary_penalty

control = Control(
    code="case.no-penalty-instead-of-crime",
    title="不以行政处罚代替移送",
    clauses=("XZCF2009 §22", "XZCF2021 §8(2)", "XZCF2021 §27", "YSFZ2001 §11"),
    as_of=decided_on,
    when=ordinary_penalty,
    breach=crime_pending,
    guards={"issue_decision": DENY},
    says="{decided_on}作出处罚决定时，本案涉嫌犯罪的移送还没有结果",
    cure="等公安机关答复；不予立案或者不追究刑事责任、退回行政处理的，恢复办理之后再作决定",
)
