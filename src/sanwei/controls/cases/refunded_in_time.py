"""决定被撤销或者变更减轻的，已经多收的罚没款应当退还当事人。"""

from sanwei.facts.derived.revision import d_excess, d_excess_since, d_refunded_in_full_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.refunded-in-time",
    title="撤销、变更之后退还多收的罚没款",
    clauses=("XZCF2009 §54", "XZCF2021 §75(2)", "XZCF2021 §74"),
    as_of=d_excess_since,
    when=d_excess_since.is_not_null() & (d_excess > 0),
    due=Due(since=d_excess_since, parameter="refund.limit"),
    done=d_refunded_in_full_on,
    guards={"refund_money": WARN},
    duty=Duty(todo="退还罚没款", owner="officer", act="refund_money"),
    says="{d_excess_since}撤销、变更决定，应当在{due}之前退还{d_excess}，已经退还{d_refunded}，退清日：{d_refunded_in_full_on}",
    cure="向财政部门申请退付，凭退付凭证登记退还",
    note="法律没有写天数，期限是预设值，以当地非税收入退付规定为准。",
)
