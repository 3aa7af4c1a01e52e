"""加处罚款的总额不得超过罚款本数。"""

from sanwei.facts.decision import fine
from sanwei.facts.derived.execution import d_last_paid_on, d_surcharge

from ..control import DENY, Control, param

control = Control(
    code="case.surcharge-capped",
    title="加处罚款不得超过罚款本数",
    clauses=("XZQZ2011 §45(2)", "XZCF2021 §72(1)"),
    as_of=d_last_paid_on,
    when=d_last_paid_on.is_not_null() & (d_surcharge > 0),
    breach=d_surcharge * 100 > fine * param("surcharge.cap", d_last_paid_on),
    guards={"record_payment": DENY},
    says="罚款本数为{fine}，已加处罚款{d_surcharge}",
    cure="加处罚款只收到罚款本数为止，多收的退还当事人",
    note="2012年1月1日之前法律没有规定上限，不问",
)
