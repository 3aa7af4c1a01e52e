"""处罚决定执行完毕之后，应当在规定期限内结案归档。"""

from sanwei.facts.case import closed_on
from sanwei.facts.derived.case import executed_on

from ..control import WARN, Control, Due, Duty
from ._terms import ordinary

control = Control(
    code="case.closed-in-time",
    title="执行完毕之后在规定期限内结案归档",
    clauses=("HN78 三(二)", "HNZF2016 §33(2)"),
    as_of=executed_on,
    when=executed_on.is_not_null() & ordinary,
    due=Due(since=executed_on, parameter="closing.limit"),
    done=closed_on,
    guards={"close_case": WARN},
    duty=Duty(todo="呈报结案、归档", owner="officer", act="close_case"),
    says="{executed_on}执行完毕，应当不迟于{due}结案归档，结案日：{closed_on}",
    cure="整理案卷并呈报负责人批准结案",
)
