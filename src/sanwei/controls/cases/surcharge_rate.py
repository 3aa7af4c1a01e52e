"""加处罚款每日按罚款数额的法定比例计算，从缴款期限届满之后起算。"""

import polars as pl

from sanwei.facts.decision import fine
from sanwei.facts.derived.execution import d_last_paid_on, d_served_on, d_surcharge

from ..control import DENY, Control, param

# 最宽的算法：以全部罚款、到最后缴款日为止，不扣除复议、诉讼期间和末日顺延；超过它的一定多收了。
_days = (d_last_paid_on - d_served_on).dt.total_days() - param("payment.limit", d_served_on)
_most = fine * param("surcharge.rate", d_last_paid_on) * pl.max_horizontal(_days, pl.lit(0))

control = Control(
    code="case.surcharge-rate",
    title="加处罚款不得超过按日计算的数额",
    clauses=("XZCF2009 §51", "XZCF2021 §72(1)"),
    as_of=d_last_paid_on,
    when=d_last_paid_on.is_not_null() & (d_surcharge > 0),
    breach=pl.when(_days.is_null()).then(None).otherwise(d_surcharge * 100 > _most),
    guards={"record_payment": DENY},
    says="罚款本数为{fine}，决定书{d_served_on}送达，最后缴款日为{d_last_paid_on}，已加处罚款{d_surcharge}",
    cure="按逾期的实际天数重新计算，复议、诉讼期间和批准延期、分期的期间不计；多收的退还当事人",
)
