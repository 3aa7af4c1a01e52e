"""当事人不履行的，应当自救济期限届满之日起三个月内申请人民法院强制执行。"""

import polars as pl

from sanwei.facts.decision import decision_kind, revoked_on
from sanwei.facts.derived.execution import d_owed, d_paid_in_full_on, d_served_on
from sanwei.facts.derived.money import d_applied_on, d_deferral_until
from sanwei.facts.remedies import remedies_until

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.court-application-in-time",
    title="三个月内申请人民法院强制执行",
    clauses=("XZQZ2011 §53", "XZCF2021 §72(2)"),
    # on the board from the day of service: nothing may be done on the case between then and the last day
    as_of=pl.coalesce(d_served_on, remedies_until),
    when=remedies_until.is_not_null() & (decision_kind == "penalty") & (d_owed > 0),
    due=Due(since=pl.max_horizontal(remedies_until, d_deferral_until), parameter="court.apply"),
    done=pl.min_horizontal(d_applied_on, d_paid_in_full_on),
    void_on=pl.min_horizontal(revoked_on, d_paid_in_full_on),
    guards={"apply_court": WARN},
    duty=Duty(todo="催告、申请人民法院强制执行", owner="officer", act="apply_court"),
    says="救济期限{remedies_until}届满，应缴{d_owed}、已缴{d_paid}，应当不迟于{due}申请强制执行，申请日：{d_applied_on}",
    cure="立即催告并申请人民法院强制执行；已经超过三个月的，法院可能不予受理，查明超期的原因",
    note="批准延期、分期的，自最后一期届满之日起算。依法有强制执行权的机关自行执行的，不问这一条。",
)
