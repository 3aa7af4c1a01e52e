"""安全生产、食品药品、资源环境、社会治安四个领域的线索优先办理，单独统计是否在规定期限内决定。"""

import polars as pl

from sanwei.facts.case import case_field, filed_on, lead_on, lead_refused_on, merged_on
from sanwei.facts.derived.transfer import lead_passed_on

from ..control import Control, Due
from ._terms import ordinary

control = Control(
    code="case.priority-lead-first",
    title="重点领域的线索在规定期限内决定是否立案",
    clauses=("HN78 三(二)", "XZCF2021 §54(2)"),
    as_of=lead_on,
    when=lead_on.is_not_null() & ordinary & case_field.is_not_null(),
    due=Due(since=lead_on, parameter="lead.decision"),
    done=pl.min_horizontal(filed_on, lead_refused_on, lead_passed_on, merged_on),
    says=(
        "{lead_on}收到的{case_field}领域线索，应当不迟于{due}决定是否立案；立案日：{filed_on}，"
        "不予立案日：{lead_refused_on}，移送日：{lead_passed_on}，并案日：{merged_on}"
    ),
    cure="优先核查并呈报负责人决定，写明没有优先办理的原因",
    note="文件要求从严查处四个领域的违法，没有写更短的天数；期限和待办由 case.lead-decided-in-time 提出，这里只单独统计",
)
