"""已满十四周岁不满十八周岁的人有违法行为的，应当从轻或者减轻处罚。"""

from sanwei.facts.decision import decided_on, decision_grade
from sanwei.facts.derived.decision import d_party_kind
from sanwei.facts.derived.responsibility import d_age, d_weighed_on

from ..control import DENY, Control
from ..terms import penalty_decided

control = Control(
    code="case.youth-lightened",
    title="不满十八周岁的人从轻或者减轻处罚",
    clauses=("XZCF2009 §25", "XZCF2021 §30"),
    as_of=decided_on,
    when=penalty_decided & d_weighed_on.is_not_null() & (d_party_kind != "organisation") & (d_age >= 14) & (d_age < 18),
    breach=~decision_grade.is_in(["lighter", "mitigated"]),
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="当事人违法时{d_age}周岁，{decided_on}的处罚裁量档次为{decision_grade}",
    cure="从轻或者减轻处罚，在裁量理由中写明年龄；减轻到下限以下的，引用减轻处罚的条款",
)
