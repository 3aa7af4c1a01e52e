"""更正、变更、撤销之后要回看的：所针对的决定、公开、备案和缴款。"""

from __future__ import annotations

import polars as pl

from ..decision import DECISION, changes_decision, decided_on, revoked_on
from ..execution import PUBLICATION, REPORT, published_decision, reported_decision, reported_on
from ..revision import REFUND, REVISION, refund, refunded_decision, refunded_on, revised_decision
from ..vocabulary import earliest, total

D, P, V = DECISION, PUBLICATION, REVISION

v_reported_on = V.day(
    "v_reported_on",
    "所针对决定的报送备案日",
    over="report",
    take=earliest(reported_on, REPORT, reported_decision == revised_decision),
    source="重大行政处罚备案登记",
)
p_revoked_on = P.day(
    "p_revoked_on",
    "所公开的决定被撤销、变更之日",
    over="decision",
    take=earliest(revoked_on, D, pl.col(D.id) == published_decision),
    source="撤销、变更决定书",
)

# 多收的钱：决定撤销的，已缴的全部；变更减轻的，超过新决定应缴数额的部分。
_paid = pl.col("d_paid").fill_null(0) + pl.col("d_surcharge").fill_null(0)
d_excess_since = D.day(
    "d_excess_since",
    "应当退还的起算日",
    "决定被撤销之日，或者变更后的决定作出之日",
    take=pl.when(revoked_on.is_not_null()).then(revoked_on).when(changes_decision.is_not_null()).then(decided_on),
    source="撤销、变更决定书",
)
d_excess = D.fen(
    "d_excess",
    "应当退还的数额",
    "决定撤销的为已缴的全部，变更的为超过变更后应缴数额的部分",
    take=pl.when(revoked_on.is_not_null())
    .then(_paid)
    .when(changes_decision.is_not_null() & (pl.col("d_paid") > pl.col("d_owed")))
    .then(pl.col("d_paid") - pl.col("d_owed"))
    .otherwise(pl.lit(0, dtype=pl.Int64)),
    source="罚没票据",
)
_refunded = refunded_decision == pl.col(D.id)
d_refunded = D.fen(
    "d_refunded", "本决定已退还", over="refund", take=total(refund, REFUND, _refunded), source="退付凭证"
)
_running = pl.when(_refunded).then(refund.fill_null(0)).otherwise(0).cum_sum()
d_refunded_in_full_on = D.day(
    "d_refunded_in_full_on",
    "退清日",
    "退还累计达到应当退还数额之日",
    over="refund",
    take=earliest(refunded_on, REFUND, _refunded & (_running >= pl.col("d_excess"))),
    source="退付凭证",
)
