"""以处罚决定执行完毕为由结案的，决定应当已经送达、缴清，责令改正的应当已经复查改正。"""

import polars as pl

from sanwei.facts.case import (
    closed_on,
    closing_asked_on,
    closing_ground,
    corrected,
    correction_ordered_on,
    rechecked_on,
)
from sanwei.facts.derived.case import decisions_made, decisions_unpaid, decisions_unserved

from ..control import DENY, Control

_closing = pl.coalesce(closed_on, closing_asked_on)
# What was ordered and never rechecked is not carried out: here the absence is the breach.
_not_put_right = correction_ordered_on.is_not_null() & (rechecked_on.is_null() | ~corrected)

control = Control(
    code="case.closing-after-execution",
    title="执行完毕之后才能以执行完毕结案",
    clauses=("XZCF2009 §44", "HNZF2016 §33(2)", "XZCF2021 §66(1)"),
    as_of=_closing,
    when=_closing.is_not_null() & (closing_ground == "executed"),
    breach=(decisions_made == 0) | (decisions_unserved > 0) | (decisions_unpaid > 0) | _not_put_right,
    guards={"propose_closing": DENY, "close_case": DENY},
    says=(
        "结案理由为“{closing_ground}”：作出决定{decisions_made}份，其中未送达{decisions_unserved}份、未缴清{decisions_unpaid}份；"
        "责令改正日：{correction_ordered_on}，复查日：{rechecked_on}，已改正：{corrected}"
    ),
    cure="送达决定、收缴罚没款、复查改正之后再呈报结案；当事人不履行的，依法催告并申请强制执行",
)
