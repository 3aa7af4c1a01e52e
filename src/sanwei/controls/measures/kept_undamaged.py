"""查封、扣押的财物应当妥善保管，不得使用或者损毁。"""

from sanwei.facts.derived.measures import x_damaged
from sanwei.facts.exhibit import exhibit_on

from ..control import WARN, Control

control = Control(
    code="measure.kept-undamaged",
    title="涉案物品妥善保管，没有使用、损毁、短少",
    clauses=("XZQZ2011 §26(1)", "XZCF2021 §80", "HNZF2016 §11(2)"),
    as_of=exhibit_on,
    breach=x_damaged > 0,
    guards={"move_exhibit": WARN},
    says="{exhibit_on}取得的“{exhibit_name}”，交接时不完好{x_damaged}次",
    cure="查明使用、损毁、短少的经过和责任人，造成损失的依法赔偿",
)
