"""公告期届满才视为送达。"""

from sanwei.facts.execution import served_on, service_method
from sanwei.facts.serving import announced_on

from ..control import DENY, Control, ended

control = Control(
    code="case.announcement-term-over",
    title="公告期满才算送达",
    clauses=("MSSS2007 §84", "MSSS2012 §92", "MSSS2021 §95", "XZCF2021 §61(1)"),
    as_of=announced_on,
    when=announced_on.is_not_null() & served_on.is_not_null() & (service_method == "public_notice"),
    breach=~ended(served_on, "service.public_notice", announced_on, announced_on),
    guards={"complete_announcement": DENY},
    says="{announced_on}公告，{served_on}就按已经送达处理，公告期还没有届满",
    cure="等公告期届满再登记送达；缴款、复议、诉讼的期限都从期满之日起算",
    note="公告期按发出公告之日的法律：2022年1月1日之前六十日，此后三十日。",
)
