"""收到复议材料副本之后，应当在法定期限内提交答复和证据、依据。"""

from sanwei.facts.remedies import remedy_answered_on, remedy_ended_on, remedy_kind, remedy_simple, remedy_told_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.review-answered",
    title="复议按期答复",
    clauses=("XZFY1999 §23(1)", "XZFY2023 §48"),
    as_of=remedy_told_on,
    when=remedy_told_on.is_not_null() & (remedy_kind == "review") & ~remedy_simple.fill_null(False),
    due=Due(since=remedy_told_on, parameter="answer.review"),
    done=remedy_answered_on,
    void_on=remedy_ended_on,
    guards={"answer_remedy": WARN},
    duty=Duty(todo="提交复议答复和证据、依据", owner="officer", act="answer_remedy"),
    says="{remedy_told_on}收到复议材料副本，应当不迟于{due}答复，答复日：{remedy_answered_on}",
    cure="立即提交书面答复和作出决定的证据、依据",
    note="不按期答复的，视为没有证据、依据。",
)
