"""除依法当场收缴的以外，作出处罚决定的机关及其执法人员不得自行收缴罚款。"""

from sanwei.facts.execution import collected_by, paid_on

from ..control import DENY, Control

control = Control(
    code="case.fine-not-self-collected",
    title="罚缴分离，机关不得自行收缴罚款",
    clauses=("XZCF2009 §46(2)", "HNZF2016 §11(2)", "XZCF2021 §67(2)"),
    as_of=paid_on,
    breach=collected_by == "body",
    guards={"record_payment": DENY},
    says="{paid_on}缴纳的{paid}，收缴方式为“{collected_by}”",
    cure="由当事人到指定银行或者通过电子支付系统缴纳；已经自行收取的，立即缴入指定账户并换开票据",
    note="当场收缴另有条件（数额较小、事后难以执行、交通不便且当事人提出），由审核人员判断",
)
