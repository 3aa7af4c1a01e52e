"""超过追责期限才发现的违法行为，不再给予行政处罚。"""

import polars as pl

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import d_discovered_on, d_harms_life, d_lead_on, d_procedure, d_violation_on
from sanwei.facts.derived.jurisdiction import d_violation_state

from ..control import DENY, Control, param
from ..terms import penalty_decided
from ._terms import barred

_found = pl.coalesce(d_discovered_on, d_lead_on)
# 当场发现、当场处罚的不必另记发生日；记了的照样判断。
_asked = (d_procedure != "summary") | d_violation_on.is_not_null()

control = Control(
    code="case.not-time-barred",
    title="超过追责期限的不得处罚",
    clauses=("XZCF2009 §29(1)", "XZCF2009 §29(2)", "XZCF2021 §36(1)", "XZCF2021 §36(2)"),
    as_of=decided_on,
    when=penalty_decided & _asked,
    # what still went on when it was found cannot be barred: the term has not begun
    breach=d_violation_state.ne_missing(pl.lit("going_on"))
    & barred(
        _found,
        d_violation_on,
        param("limitation.ordinary", decided_on),
        param("limitation.long", d_violation_on),
        d_harms_life,
    ),
    guards={"issue_decision": DENY},
    says=(
        "违法行为终了于{d_violation_on}，发现于{d_discovered_on}（收到线索日：{d_lead_on}），"
        "违法行为状态：{d_violation_state}，涉及生命健康、金融安全且有危害后果：{d_harms_life}"
    ),
    cure="核对违法行为终了日和发现日；确已超过追责期限的，不予行政处罚",
    note="较长的追责期限只适用于2021年7月15日以后发生的违法行为；法律另有规定的期限由审核人员判断",
)
