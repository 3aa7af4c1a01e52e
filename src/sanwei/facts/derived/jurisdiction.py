"""管辖是否已经定下来，定给了谁；违法行为在作出决定时是什么状态。"""

from __future__ import annotations

import polars as pl

from ..case import CASE, filed_on, violation_state
from ..codes import VIOLATION_STATES
from ..decision import DECISION, decided_on
from ..jurisdiction import DISPUTE, designated_on, designated_to, dispute_on, negotiated_on, negotiation_result
from ..vocabulary import any_of

C, D = CASE, DECISION


def _ours(day: pl.Expr) -> pl.Expr:
    """Settled in our favour by that day: the superior's word goes before what was agreed."""
    agreed = (negotiation_result == "ours") & (negotiated_on <= day)
    named = (designated_to == "ours") & (designated_on <= day)
    against = (designated_to == "theirs") & (designated_on <= day)
    return (agreed.fill_null(False) & ~against.fill_null(False)) | named.fill_null(False)


settled_ours = C.yesno(
    "settled_ours",
    "管辖已经定由本机关",
    "立案之前协商一致或者由上级指定由本机关管辖",
    over="dispute",
    take=any_of(DISPUTE, _ours(filed_on)),
    source="协商记录、指定管辖的决定",
)
dispute_stands = D.yesno(
    "dispute_stands",
    "作出决定时管辖没有定由本机关",
    "管辖争议还没有解决，或者已经定由对方管辖",
    over="dispute",
    take=any_of(DISPUTE, (dispute_on <= decided_on) & ~_ours(decided_on)),
    source="管辖争议记录、协商记录、指定管辖的决定",
)
d_violation_state = D.code(
    "d_violation_state", "本案违法行为状态", VIOLATION_STATES, over="case", take=violation_state, source="案件"
)
