"""当事人应当自收到处罚决定书之日起在法定期限内缴清罚没款。"""

import polars as pl

from sanwei.facts.decision import decision_kind, deferral_approved_on, revoked_on
from sanwei.facts.derived.execution import d_owed, d_paid_in_full_on, d_served_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.payment-in-time",
    title="收到决定书之后在法定期限内缴清罚没款",
    clauses=("XZCF2009 §46(3)", "XZCF2021 §67(3)"),
    as_of=d_served_on,
    when=d_served_on.is_not_null() & (decision_kind == "penalty") & (d_owed > 0),
    due=Due(since=d_served_on, parameter="payment.limit"),
    done=d_paid_in_full_on,
    void_on=pl.min_horizontal(revoked_on, deferral_approved_on),
    guards={"record_payment": WARN},
    duty=Duty(todo="督促当事人缴清罚没款", owner="officer", act="record_payment"),
    says="决定书{d_served_on}送达，应缴{d_owed}，应当不迟于{due}缴清；已缴{d_paid}，缴清日：{d_paid_in_full_on}",
    cure="催告当事人缴纳；逾期的可以依法加处罚款、申请法院强制执行，确有困难的可以申请延期或者分期",
    note="这是当事人的义务，逾期不等于机关违法；批准延期、分期的，法定期限不再计算",
)
