"""有可以答复的举报人的，应当在决定立案或者不予立案之后的规定期限内答复。"""

import polars as pl

from sanwei.facts.case import filed_on, informer_known, lead_answered_on, lead_refused_on, lead_source, merged_on
from sanwei.facts.derived.transfer import lead_passed_on

from ..control import WARN, Control, Due, Duty

_settled = pl.min_horizontal(filed_on, lead_refused_on, lead_passed_on, merged_on)
# 投诉、举报之外的线索，没有记录举报人就是没有举报人。
_from_a_person = lead_source.is_in(["complaint", "report"])
_informer = pl.when(_from_a_person).then(informer_known).otherwise(informer_known.fill_null(False))

control = Control(
    code="case.lead-answered-in-time",
    title="在规定期限内答复举报人",
    clauses=("HN78 三(二)",),
    as_of=_settled,
    when=_settled.is_not_null() & _informer,
    due=Due(since=_settled, parameter="lead.answer"),
    done=lead_answered_on,
    guards={"answer_lead": WARN},
    duty=Duty(todo="把立案或者不予立案的结果答复举报人", owner="officer", act="answer_lead"),
    says=(
        "立案日：{filed_on}，不予立案日：{lead_refused_on}，移送日：{lead_passed_on}，并案日：{merged_on}，"
        "应当不迟于{due}答复举报人，答复日：{lead_answered_on}"
    ),
    cure="立即把处理结果告知举报人并记录",
)
