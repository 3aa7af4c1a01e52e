"""适用普通程序的，应当先立案，后作出决定。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import d_filed_on

from ..control import DENY, Control
from ..terms import ordinary_decision

control = Control(
    code="case.filed-before-decision",
    title="普通程序先立案、后决定",
    clauses=("XZCF2021 §54(2)",),
    as_of=decided_on,
    when=ordinary_decision,
    breach=d_filed_on.is_null() | (d_filed_on > decided_on),  # a decision in a case never filed is the breach
    guards={"issue_decision": DENY},
    says="{decided_on}作出决定，而本案立案日为{d_filed_on}",
    cure="先由负责人批准立案，调查、告知之后再作决定",
    note="旧法没有规定立案环节，2021年7月15日之前作出的决定不问",
)
