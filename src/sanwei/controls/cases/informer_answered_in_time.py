"""同一事项有几名举报人的，逐一答复。"""

from sanwei.facts.derived.informer import answer_from
from sanwei.facts.informer import informer_answered_on, informer_reachable

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.informer-answered-in-time",
    title="逐一答复举报人",
    clauses=("HN78 三(二)",),
    as_of=answer_from,
    when=answer_from.is_not_null() & informer_reachable,
    due=Due(since=answer_from, parameter="lead.answer"),
    done=informer_answered_on,
    guards={"answer_informer": WARN},
    duty=Duty(todo="把处理结果答复举报人", owner="officer", act="answer_informer"),
    says="{informer_on}的举报，自{answer_from}起应当不迟于{due}答复，答复日：{informer_answered_on}",
    cure="立即把处理结果告知举报人并记录",
    note="登记线索时的举报人由 case.lead-answered-in-time 判断，这里判断同一事项的其他举报人",
)
