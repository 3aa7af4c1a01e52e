"""决定之后发生了什么：送达、缴款、公开、报备，逐份决定归集。"""

from __future__ import annotations

import polars as pl

from ..decision import DECISION, confiscation, fine
from ..execution import (
    EXEMPTION,
    PAYMENT,
    PUBLICATION,
    REPORT,
    SERVICE,
    exempted_decision,
    exempted_on,
    paid,
    paid_decision,
    paid_on,
    published_decision,
    published_on,
    reported_decision,
    reported_on,
    served_decision,
    served_on,
    surcharge,
)
from ..remedies import remedy_fine
from ..vocabulary import earliest, total

D = DECISION
_me = pl.col(D.id)

_served = served_decision == _me
d_served_on = D.day(
    "d_served_on", "本决定首次送达日", over="service", take=earliest(served_on, SERVICE, _served), source="送达回证"
)

_paid = paid_decision == _me
d_paid = D.fen("d_paid", "本决定已缴罚没款", over="payment", take=total(paid, PAYMENT, _paid), source="罚没票据")
d_surcharge = D.fen(
    "d_surcharge", "本决定已缴加处罚款", over="payment", take=total(surcharge, PAYMENT, _paid), source="罚没票据"
)
d_last_paid_on = D.day(
    "d_last_paid_on", "本决定最后缴款日", over="payment", take=paid_on.filter(_paid).max(), source="罚没票据"
)
d_owed = D.fen(
    "d_owed",
    "本决定应缴罚没款",
    take=pl.coalesce(remedy_fine, fine).fill_null(0) + confiscation.fill_null(0),
    source="罚款（复议、诉讼变更的按变更后）与没收金额之和",
)
# In the order of payment: a later payment (of the surcharge, or by mistake) must not move the day on which all was
# paid.
_running = pl.when(_paid).then(paid.fill_null(0)).otherwise(0).cum_sum()
d_paid_in_full_on = D.day(
    "d_paid_in_full_on",
    "本决定缴清日",
    over="payment",
    take=earliest(paid_on, PAYMENT, _paid & (_running >= pl.col("d_owed"))),
    source="缴款累计达到应缴数额之日",
)

_published = published_decision == _me
d_published_on = D.day(
    "d_published_on",
    "本决定公开日",
    over="publication",
    take=earliest(published_on, PUBLICATION, _published),
    source="公开登记",
)
d_exempted_on = D.day(
    "d_exempted_on",
    "本决定认定不予公开日",
    over="exemption",
    take=earliest(exempted_on, EXEMPTION, exempted_decision == _me),
    source="不予公开审批",
)
d_reported_on = D.day(
    "d_reported_on",
    "本决定报送备案日",
    over="report",
    take=earliest(reported_on, REPORT, reported_decision == _me),
    source="重大行政处罚备案登记",
)
