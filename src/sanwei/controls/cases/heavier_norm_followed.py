"""同一个违法行为违反几条规定、都应当罚款的，按照罚款数额高的规定处罚。"""

import polars as pl

from sanwei.facts.violations import charge_fine, charge_heaviest, charge_power, charge_powers, charged_on

from ..control import DENY, Control

control = Control(
    code="case.heavier-norm-followed",
    title="一个行为违反几条规定的，按罚款数额高的处罚",
    clauses=("XZCF2021 §29",),
    as_of=charged_on,
    when=(charge_powers.list.n_unique() > 1) & (charge_fine > 0),
    breach=pl.when(charge_power.is_not_null()).then(~charge_heaviest.list.contains(charge_power)),
    guards={"set_charge": DENY, "issue_decision": DENY},
    says="该行为违反{charge_powers}，其中罚款数额最高的是{charge_heaviest}，拟按{charge_power}罚款{charge_fine}",
    cure="改按罚款数额最高的一项规定拟定罚款",
    note="高低先比上限、再比下限；2021年7月15日以前的法律没有这一规则",
)
