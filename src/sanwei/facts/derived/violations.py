"""一份决定合并了哪几个行为，各罚了多少；一个行为发现得是不是太晚。"""

from __future__ import annotations

import polars as pl

from ..case import discovered_on, harms_life, lead_on
from ..decision import DECISION, decided_on, decided_party
from ..split import violation_split_on
from ..violations import (
    CHARGE,
    VIOLATION,
    charge_confiscation,
    charge_decision,
    charge_deed,
    charge_fine,
    charge_kinds,
    charged_party,
    violation_deed,
    violation_found_on,
)
from ..vocabulary import how_many, persons, total

D = DECISION
_mine = (charge_decision == pl.col(D.id)) & charged_party.eq_missing(decided_party)
# what was split off into another case by then is decided there
_held = (violation_found_on <= decided_on) & (violation_split_on.is_null() | (violation_split_on > decided_on))
_fined = _mine & (charge_fine > 0)
d_charges = D.count(
    "d_charges", "合并写入的各个行为的处罚", unit="项", over="charge", take=how_many(CHARGE, _mine), source="审批表"
)
d_charges_fined = D.count(
    "d_charges_fined", "其中罚款的项数", unit="项", over="charge", take=how_many(CHARGE, _fined), source="审批表"
)
d_deeds_charged = D.count(
    "d_deeds_charged",
    "已经分别裁量的行为",
    unit="个",
    over="charge",
    take=persons(charge_deed, CHARGE, _mine),
    source="审批表",
)
d_deeds_fined = D.count(
    "d_deeds_fined",
    "其中罚款的行为",
    unit="个",
    over="charge",
    take=persons(charge_deed, CHARGE, _fined),
    source="审批表",
)
d_charged_fine = D.fen(
    "d_charged_fine", "各个行为罚款之和", over="charge", take=total(charge_fine, CHARGE, _mine), source="审批表"
)
d_charged_confiscation = D.fen(
    "d_charged_confiscation",
    "各个行为没收之和",
    over="charge",
    take=total(charge_confiscation, CHARGE, _mine),
    source="审批表",
)
d_other_deeds = D.count(
    "d_other_deeds",
    "立案的行为之外的行为",
    "决定之前列入本案的",
    unit="个",
    over="violation",
    take=persons(violation_deed, VIOLATION, (violation_deed != 1) & _held),
    source="调查终结报告",
)
d_violations = D.count(
    "d_violations",
    "立案的一项之外的违法",
    "决定之前列入本案的",
    unit="项",
    over="violation",
    take=how_many(VIOLATION, _held),
    source="调查终结报告",
)

ch_discovered_on = CHARGE.day("ch_discovered_on", "本案发现日", over="case", take=discovered_on, source="案件")
ch_lead_on = CHARGE.day("ch_lead_on", "本案收到线索日", over="case", take=lead_on, source="案件")
ch_harms_life = CHARGE.yesno("ch_harms_life", "本案涉及生命健康、金融安全", over="case", take=harms_life, source="案件")
ch_penalised = CHARGE.yesno(
    "ch_penalised", "对该行为给予处罚", take=charge_kinds.list.len() > 0, source="处罚决定审批表"
)
