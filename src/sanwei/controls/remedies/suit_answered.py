"""收到诉讼材料副本之后，应当在法定期限内提交答复和证据、依据。"""

from sanwei.facts.remedies import remedy_answered_on, remedy_ended_on, remedy_kind, remedy_told_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.suit-answered",
    title="诉讼按期答复",
    clauses=("XZSS2017 §67(1)",),
    as_of=remedy_told_on,
    when=remedy_told_on.is_not_null() & remedy_kind.is_in(["suit", "appeal"]),
    due=Due(since=remedy_told_on, parameter="answer.suit"),
    done=remedy_answered_on,
    void_on=remedy_ended_on,
    guards={"answer_remedy": WARN},
    duty=Duty(todo="提交诉讼答复和证据、依据", owner="officer", act="answer_remedy"),
    says="{remedy_told_on}收到诉讼材料副本，应当不迟于{due}答复，答复日：{remedy_answered_on}",
    cure="立即提交书面答复和作出决定的证据、依据",
    note="不按期提供证据的，视为没有相应证据。",
)
