"""案件整体：由各行归集到一案一行。"""

from __future__ import annotations

import polars as pl

from ..case import CASE, corrected, correction_ordered_on, rechecked_on
from ..decision import DECISION, decided_on, decision_kind, fine, revoked_on
from ..vocabulary import how_many
from .execution import d_owed, d_paid, d_paid_in_full_on, d_served_on

C = CASE
_made = decided_on.is_not_null()
_standing = _made & revoked_on.is_null()  # a revoked decision is neither to be served nor to be paid
first_decided_on = C.day(
    "first_decided_on", "首份决定作出日", over="decision", take=decided_on.min(), source="处罚决定"
)
last_decided_on = C.day("last_decided_on", "末份决定作出日", over="decision", take=decided_on.max(), source="处罚决定")
decisions_made = C.count(
    "decisions_made", "已作出决定份数", over="decision", take=how_many(DECISION, _made), source="处罚决定"
)
decisions_unserved = C.count(
    "decisions_unserved",
    "未送达的决定份数",
    over="decision",
    take=how_many(DECISION, _standing & d_served_on.is_null()),
    source="送达回证",
)
decisions_unpaid = C.count(
    "decisions_unpaid",
    "未缴清的决定份数",
    over="decision",
    take=how_many(DECISION, _standing & (decision_kind == "penalty") & (d_paid < d_owed)),
    source="罚没票据",
)
decisions_standing = C.count(
    "decisions_standing", "有效的决定份数", over="decision", take=how_many(DECISION, _standing), source="处罚决定"
)
last_served_on = C.day("last_served_on", "末次送达日", over="decision", take=d_served_on.max(), source="送达回证")
last_paid_in_full_on = C.day(
    "last_paid_in_full_on",
    "末次缴清日",
    over="decision",
    take=d_paid_in_full_on.max(),
    source="罚没票据",
)
fines_standing = C.count(
    "fines_standing",
    "未撤销的罚款决定份数",
    over="decision",
    take=how_many(DECISION, _standing & (decision_kind == "penalty") & (fine > 0)),
    source="处罚决定",
)

_put_right = correction_ordered_on.is_null() | (rechecked_on.is_not_null() & corrected.ne_missing(pl.lit(False)))
_carried_out = (decisions_standing > 0) & (decisions_unserved == 0) & (decisions_unpaid == 0) & _put_right
executed_on = C.day(
    "executed_on",
    "执行完毕日",
    "各份决定均已送达、缴清，责令改正的已经复查改正之日",
    take=pl.when(_carried_out).then(pl.max_horizontal(last_served_on, last_paid_in_full_on, rechecked_on)),
    source="送达回证、罚没票据、改正复查记录中最晚的一日",
)
