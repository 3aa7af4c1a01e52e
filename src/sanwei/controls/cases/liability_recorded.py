"""对违法处罚的责任人员作出处理的，记明对谁、由谁、凭什么文书、怎样处理。"""

from sanwei.facts.claim import liable_by, liable_ground, liable_no, liable_on, liable_persons, liable_result

from ..control import DENY, Control
from ..terms import blank, listed

control = Control(
    code="case.liability-recorded",
    title="责任追究有对象、有机关、有文书",
    clauses=(
        "XZCF2021 §76",
        "XZCF2021 §77",
        "XZCF2021 §78",
        "XZCF2021 §79",
        "XZCF2021 §80",
        "XZCF2021 §81",
        "XZCF2021 §82",
        "XZCF2021 §83",
    ),
    as_of=liable_on,
    # what the register does not say is the breach
    breach=~listed(liable_persons) | blank(liable_by) | blank(liable_no) | blank(liable_ground) | blank(liable_result),
    guards={"record_liability": DENY},
    says="{liable_on}的处理：对{liable_persons}，由{liable_by}以{liable_no}，情形：{liable_ground}，方式：{liable_result}",
    cure="补记被处理的人员、作出处理的机关、文书和处理方式",
)
