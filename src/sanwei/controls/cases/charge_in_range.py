"""对每一个违法行为的罚款都应当在它的法定幅度之内；低于下限的，须引用减轻处罚的条款。"""

import polars as pl

from sanwei.facts.violations import (
    charge_basis,
    charge_fine,
    charge_kinds,
    charge_least,
    charge_lightening,
    charge_most,
    charged_on,
)

from ..control import DENY, Control
from ..terms import amount
from .fine_in_statutory_range import mitigated

_mitigated = mitigated(charge_lightening, charge_basis)
_fine = amount(charge_fine, charge_kinds, "fine")
_over = pl.when(charge_most.is_null()).then(pl.lit(False)).otherwise(_fine > charge_most)

control = Control(
    code="case.charge-in-range",
    title="每个行为的罚款都在它的法定幅度之内",
    clauses=("XZCF2009 §4", "XZCF2021 §5"),
    as_of=charged_on,
    when=(_fine > 0) | _fine.is_null(),
    breach=_over | ((_fine < charge_least) & ~_mitigated),
    guards={"set_charge": DENY, "issue_decision": DENY},
    says="对第{charge_deed}个行为罚款{charge_fine}，法定幅度为{charge_least}至{charge_most}（未记录即不设上限），低于下限时未见减轻处罚的条款",
    cure="在该行为的法定幅度之内重新拟定；依法减轻的，选出减轻处罚的条款并说明理由",
    note="几个行为合并之后的总额在各自幅度之和以内，不等于每一个都在幅度之内，所以逐个检查",
)
