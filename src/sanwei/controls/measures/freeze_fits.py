"""冻结数额与违法行为涉及的金额相当，不重复冻结，并向金融机构交付冻结通知书。"""

from sanwei.facts.measure import bank_told_on, freeze_sum, involved_sum, measure_held_already, measure_kind, measure_on

from ..control import DENY, Control
from ._terms import held

control = Control(
    code="measure.freeze-fits",
    title="冻结数额相当，不重复冻结，通知书交付金融机构",
    clauses=("XZQZ2011 §29(2)", "XZQZ2011 §30(1)"),
    as_of=measure_on,
    when=held & (measure_kind == "freeze"),
    breach=(freeze_sum > involved_sum) | measure_held_already | bank_told_on.is_null(),
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}冻结{freeze_sum}，违法行为涉及{involved_sum}，"
    "已被其他机关冻结：{measure_held_already}，通知书交付{freeze_bank}：{bank_told_on}",
    cure="冻结数额不超过涉案金额，不重复冻结，当日向金融机构交付冻结通知书",
)
