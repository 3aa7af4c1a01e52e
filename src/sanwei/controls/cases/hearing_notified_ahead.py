"""听证的时间、地点应当在举行听证的七日前通知当事人。"""

import polars as pl

from sanwei.facts.deliberation import hearing_held_on, hearing_notified_on, hearing_set_for

from ..control import DENY, Control, ended

_day = pl.coalesce(hearing_held_on, hearing_set_for)

control = Control(
    code="case.hearing-notified-ahead",
    title="听证通知早于听证七日",
    clauses=("XZCF2009 §42(二)", "XZCF2021 §64(二)"),
    as_of=pl.coalesce(hearing_notified_on, hearing_held_on),
    when=_day.is_not_null(),
    breach=~ended(_day, "hearing.notice", hearing_notified_on, hearing_notified_on),
    guards={"notify_hearing": DENY, "hold_hearing": DENY},
    says="{hearing_notified_on}通知听证，听证定于{hearing_set_for}（举行日：{hearing_held_on}），距通知不满法定的日数",
    cure="另定听证日期，从通知之日起留足法定的日数，并重新通知当事人和有关人员",
    note="举行了听证而没有通知日的，无法判定。",
)
