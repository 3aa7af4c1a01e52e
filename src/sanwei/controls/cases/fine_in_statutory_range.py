"""罚款应当在法定幅度之内；低于下限的，须引用减轻处罚的条款。"""

import polars as pl

from sanwei.facts.decision import (
    decided_on,
    decision_basis,
    fine,
    fine_least,
    fine_most,
    lightening_cited,
    penalty_kinds,
)

from ..control import DENY, Control
from ..terms import amount, listed, penalty_decided

# Which cited clauses let a fine go below the least is recorded from the law pack; for records that only name their
# clauses (of other systems) it is read from the names: minors, disturbed mind, duty to lighten or mitigate.
MITIGATION = r"^(XZCF2009 §2[567]|XZCF2021 §3[012])(\D|$)|处罚法.*第(二十[五六七]|三十[一二]?)条"


def mitigated(known: pl.Expr, basis: pl.Expr) -> pl.Expr:
    """Whether a basis cites a clause that lightens: `known` where it is recorded, else by the names in `basis`."""
    named = basis.list.eval(pl.element().str.contains(MITIGATION)).list.any().fill_null(False)
    return pl.when(known.is_not_null()).then(listed(known)).otherwise(named)


_mitigated = mitigated(lightening_cited, decision_basis)
_fine = amount(fine, penalty_kinds, "fine")
_over = (
    pl.when(fine_most.is_null()).then(pl.lit(False)).otherwise(_fine > fine_most)
)  # no most is written where the law sets none
_under = (_fine < fine_least) & ~_mitigated

control = Control(
    code="case.fine-in-statutory-range",
    title="罚款在法定幅度之内",
    clauses=("XZCF2009 §55", "XZCF2021 §76", "XZCF2009 §4", "XZCF2021 §5"),
    as_of=decided_on,
    when=penalty_decided & ((_fine > 0) | _fine.is_null()),
    breach=_over | _under,
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="决定罚款{fine}，法定幅度为{fine_least}至{fine_most}（未记录即不设上限），低于下限时未见减轻处罚的条款",
    cure="在法定幅度之内重新确定数额；依法减轻处罚的，在处罚依据中引用减轻处罚的条款并说明理由",
    note="幅度由签发时依职权事项和当事人类别写入；上限没有记录视为法律不设上限，下限没有记录则无法判定。",
)
