"""办案期限届满之后，不得再停止计算。"""

import polars as pl

from sanwei.facts.clock import stop_decided_on, stop_due_before, stop_granted, stop_ground, stopped_from

from ..control import DENY, Control

control = Control(
    code="case.stop-before-expiry",
    title="停止计算从原期限届满之前开始",
    clauses=("XZCF2021 §60",),
    as_of=stop_decided_on,
    # a case that must go to the police goes there, late or not
    when=stop_decided_on.is_not_null() & stop_granted & stop_ground.ne_missing(pl.lit("police")),
    breach=stopped_from > stop_due_before,
    guards={"decide_stop": DENY},
    says="原办案期限{stop_due_before}届满，停止计算从{stopped_from}开始",
    cure="期限已经届满的，停止计算没有意义；尽快作出决定，并在卷内写明超过办案期限的原因",
)
