"""电子送达以当事人同意并签订确认书为前提，送到确认书写明的地址。"""

from sanwei.facts.execution import served_on, service_method
from sanwei.facts.serving import consent_signed_on, service_address

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.electronic-consented",
    title="电子送达之前已经签订确认书",
    clauses=("XZCF2021 §61(2)",),
    as_of=served_on,
    when=served_on.is_not_null() & (service_method == "electronic"),
    # 没有签订确认书就是违反：同意必须书面作出，没有就没有。
    breach=consent_signed_on.is_null() | (consent_signed_on > served_on) | ~said(service_address),
    guards={"serve_decision": DENY, "serve_document": DENY},
    says="{served_on}电子送达，确认书签订日：{consent_signed_on}，送达地址：{service_address}",
    cure="先请当事人签订送达地址确认书并登记，再送到确认书写明的电子地址；当事人不同意的，改用其他方式",
)
