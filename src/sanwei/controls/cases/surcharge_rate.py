"""加处罚款每日按罚款数额的法定比例计算，从缴款期限届满之后起算。"""

import polars as pl

from sanwei.facts.decision import deferral_approved_on, fine
from sanwei.facts.derived.execution import d_last_paid_on, d_served_on, d_surcharge
from sanwei.facts.derived.money import (
    d_deferral_until,
    d_review_ended_on,
    d_review_from,
    d_suit_ended_on,
    d_suit_from,
)

from ..control import DENY, Control, param

# 最宽的算法：以全部罚款、到最后缴款日为止，不扣除末日顺延；超过它的一定多收了。天数都从送达之日数起。
_limit = param("payment.limit", d_served_on)
_last = (d_last_paid_on - d_served_on).dt.total_days()


def _stopped(first: pl.Expr, last: pl.Expr) -> pl.Expr:
    """Days after the term for payment on which nothing is added, both ends counted; still running: to the last day."""
    begins = (first - d_served_on).dt.total_days()
    ends = pl.min_horizontal((last - d_served_on).dt.total_days(), _last)
    days = ends - pl.max_horizontal(begins - 1, _limit)
    return pl.when(first.is_not_null()).then(pl.max_horizontal(days, pl.lit(0))).otherwise(0)


_excluded = (
    _stopped(d_review_from, d_review_ended_on)
    + _stopped(d_suit_from, d_suit_ended_on)
    + _stopped(deferral_approved_on, d_deferral_until)
)
_days = _last - _limit - _excluded
_most = fine * param("surcharge.rate", d_last_paid_on) * pl.max_horizontal(_days, pl.lit(0))

control = Control(
    code="case.surcharge-rate",
    title="加处罚款不得超过按日计算的数额",
    clauses=("XZCF2009 §51", "XZCF2021 §72(1)", "XZCF2021 §73(3)"),
    as_of=d_last_paid_on,
    when=d_last_paid_on.is_not_null() & (d_surcharge > 0),
    breach=pl.when(_days.is_null()).then(None).otherwise(d_surcharge * 100 > _most),
    guards={"record_payment": DENY},
    says="罚款本数为{fine}，决定书{d_served_on}送达，最后缴款日为{d_last_paid_on}，已加处罚款{d_surcharge}",
    cure="按逾期的实际天数重新计算，复议、诉讼期间和批准延期、分期的期间不计；多收的退还当事人",
)
