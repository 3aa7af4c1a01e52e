"""邮寄送达应当有邮件号码和交邮日期，以收件人签收之日为送达日。"""

from sanwei.facts.execution import served_on, service_method
from sanwei.facts.serving import post_no, posted_on

from ..control import DENY, Control
from ..terms import blank

control = Control(
    code="case.mail-traced",
    title="邮寄送达有邮件号码和签收日",
    clauses=("MSSS2007 §80", "MSSS2012 §88", "MSSS2021 §91", "XZCF2021 §61(1)"),
    as_of=served_on,
    when=served_on.is_not_null() & (service_method == "mail") & post_no.is_not_null(),
    breach=blank(post_no) | (posted_on > served_on),
    guards={"serve_decision": DENY, "serve_document": DENY},
    says="{posted_on}交邮，邮件号码：{post_no}，签收日：{served_on}",
    cure="查明邮件号码、交邮日和回执上的签收日；邮件退回的，登记送达未成，改用其他方式",
    note="没有记录邮件号码的旧案，凭证是否齐全由 case.receipt-complete 判断。",
)
