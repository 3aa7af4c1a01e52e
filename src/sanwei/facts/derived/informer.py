"""线索有了结果的日子：立案、不予立案、移送、并案，以最早的为准。"""

from __future__ import annotations

import polars as pl

from ..case import CASE, filed_on, lead_refused_on, merged_on
from ..informer import INFORMER, informer_on
from .transfer import lead_passed_on

lead_settled_on = CASE.day(
    "lead_settled_on",
    "线索处理日",
    "立案、不予立案、移送、并入另一案之日，以最早的为准",
    take=pl.min_horizontal(filed_on, lead_refused_on, lead_passed_on, merged_on),
    source="立案审批表、不予立案审批表、移送函、并案审批表",
)
i_settled_on = INFORMER.day("i_settled_on", "本线索处理日", over="case", take=lead_settled_on, source="案件")
answer_from = INFORMER.day(
    "answer_from",
    "答复期限起算日",
    "线索处理之日；处理之后才来举报的，为举报之日",
    take=pl.when(i_settled_on.is_not_null()).then(pl.max_horizontal(i_settled_on, informer_on)),
    source="举报登记表、案件",
)
