"""安全生产、食品药品、资源环境、社会治安四个领域的线索优先办理，在更短的期限内决定是否立案。"""

import polars as pl

from sanwei.facts.case import case_field, filed_on, lead_on, lead_refused_on

from ..control import WARN, Control, Due, Duty
from ._terms import ordinary

control = Control(
    code="case.priority-lead-first",
    title="重点领域的线索优先决定是否立案",
    clauses=("HN78 三(二)",),
    as_of=lead_on,
    when=lead_on.is_not_null() & ordinary & case_field.is_not_null(),
    due=Due(since=lead_on, parameter="lead.priority"),
    done=pl.min_horizontal(filed_on, lead_refused_on),
    guards={"file_case": WARN, "refuse_lead": WARN},
    duty=Duty(todo="优先决定是否立案（重点领域）", owner="officer", act="file_case"),
    says="{lead_on}收到{case_field}领域的线索，应当优先在{due}之前决定是否立案；立案日：{filed_on}，不予立案日：{lead_refused_on}",
    cure="优先核查并呈报负责人决定，写明没有优先办理的原因",
    note="文件要求从严查处四个领域的违法，没有写天数；优先期限是预设值，由本机关确定",
)
