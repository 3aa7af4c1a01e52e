"""申请人民法院强制执行之前应当催告，催告书送达十日之后仍不履行的才可以申请。"""

from sanwei.facts.money import applied_on, reminder_served_on

from ..control import DENY, Control, within_term

control = Control(
    code="case.reminder-before-court",
    title="催告十日之后才申请强制执行",
    clauses=("XZQZ2011 §54",),
    as_of=applied_on,
    # 没有送达催告书就是违反：催告是申请的前提。
    breach=reminder_served_on.is_null() | within_term(applied_on, "reminder.window", reminder_served_on, applied_on),
    guards={"apply_court": DENY},
    says="催告书送达日：{reminder_served_on}，{applied_on}申请强制执行，十个工作日还没有过去",
    cure="先送达催告书，从送达次日起满十个工作日，当事人仍不履行的再申请",
)
