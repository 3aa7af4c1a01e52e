"""当场收缴罚款必须出具财政部门统一制发的专用票据。"""

from sanwei.facts.execution import collected_by, paid_on
from sanwei.facts.money import official_receipt

from ..control import DENY, Control

control = Control(
    code="case.spot-receipt-official",
    title="当场收缴出具财政专用票据",
    clauses=("XZCF2009 §49", "XZCF2021 §70"),
    as_of=paid_on,
    when=paid_on.is_not_null() & (collected_by == "on_the_spot"),
    breach=~official_receipt,
    guards={"record_payment": DENY},
    says="{paid_on}当场收缴罚款，出具财政专用票据：{official_receipt}",
    cure="当场出具财政部门统一制发的专用票据；没有票据的，当事人有权拒绝缴纳，请改由银行缴款",
)
