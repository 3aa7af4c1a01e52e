"""收到违法线索，应当在规定期限内决定立案或者不予立案。"""

import polars as pl

from sanwei.facts.case import filed_on, lead_on, lead_refused_on, merged_on
from sanwei.facts.derived.transfer import lead_passed_on

from ..control import WARN, Control, Due, Duty
from ._terms import ordinary

control = Control(
    code="case.lead-decided-in-time",
    title="线索在规定期限内决定立案或者不予立案",
    clauses=("HN78 三(二)", "XZCF2021 §54(2)"),
    as_of=lead_on,
    when=lead_on.is_not_null() & ordinary,
    due=Due(since=lead_on, parameter="lead.decision"),
    done=pl.min_horizontal(filed_on, lead_refused_on, lead_passed_on, merged_on),
    guards={"file_case": WARN, "refuse_lead": WARN},
    duty=Duty(todo="决定立案或者不予立案", owner="officer", act="propose_filing"),
    says="{lead_on}收到的线索，应当不迟于{due}决定是否立案；立案日：{filed_on}，不予立案日：{lead_refused_on}，移送日：{lead_passed_on}，并案日：{merged_on}",
    cure="立即核查并呈报负责人决定立案或者不予立案，写明逾期的原因",
)
