"""几个违法行为合并处罚的，罚款、没收的总额应当等于各个行为之和。"""

import polars as pl

from sanwei.facts.decision import confiscation, decided_on, fine
from sanwei.facts.derived.violations import d_charged_confiscation, d_charged_fine, d_charges

from ..control import DENY, Control
from ..terms import penalty_decided

_zero = pl.lit(0, dtype=pl.Int64)

control = Control(
    code="case.combined-penalty-adds-up",
    title="合并处罚的总额等于各个行为之和",
    clauses=("XZCF2009 §39", "XZCF2021 §59"),
    as_of=decided_on,
    when=penalty_decided & (d_charges > 0),
    # no sum written is no money taken: the sums of the deeds say what should have been
    breach=(fine.fill_null(_zero) != d_charged_fine) | (confiscation.fill_null(_zero) != d_charged_confiscation),
    guards={"issue_decision": DENY},
    says="决定罚款{fine}、没收{confiscation}，各个行为之和为罚款{d_charged_fine}、没收{d_charged_confiscation}",
    cure="核对各个行为的数额，总额按各个行为之和写",
)
