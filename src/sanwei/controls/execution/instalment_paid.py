"""批准延期、分期的，当事人应当在每期的最后一日之前缴清该期。"""

import polars as pl

from sanwei.facts.derived.money import i_granted_on, i_paid_on, i_revoked_on
from sanwei.facts.money import instalment_on, instalment_total

from ..control import Control, Due, Duty

control = Control(
    code="case.instalment-paid",
    title="每期在约定之日缴清",
    clauses=("XZCF2009 §52", "XZCF2021 §66(2)"),
    # on the board from the day it was granted, not from the day on which it is late
    as_of=pl.coalesce(i_granted_on, instalment_on),
    when=instalment_on.is_not_null() & (instalment_total > 0),
    due=Due(since=instalment_on, parameter="deferral.grace"),
    done=i_paid_on,
    void_on=i_revoked_on,
    duty=Duty(todo="督促当事人缴纳到期的一期", owner="officer", act="record_payment"),
    says="到{instalment_on}为止应当累计缴纳{instalment_total}，缴清日：{i_paid_on}",
    cure="提醒当事人缴纳；不缴的，自到期次日起可以加处罚款，催告之后申请人民法院强制执行",
    note="这是当事人的义务，逾期不等于机关违法。",
)
