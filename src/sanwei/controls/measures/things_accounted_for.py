"""结案之前，每一件涉案物品都应当有去向。"""

from sanwei.facts.derived.measures import x_closed_on, x_ended_on
from sanwei.facts.exhibit import exhibit_on

from ..control import DENY, Control

control = Control(
    code="measure.things-accounted-for",
    title="结案时涉案物品都有去向",
    clauses=("XZQZ2011 §27", "HNZF2016 §11(2)"),
    as_of=x_closed_on,
    when=x_closed_on.is_not_null() & exhibit_on.is_not_null(),
    breach=x_ended_on.is_null() | (x_ended_on > x_closed_on),  # a thing without an end is the breach
    guards={"close_case": DENY},
    says="{x_closed_on}结案时，“{exhibit_name}”（{exhibit_quantity}）最近一次流转是{x_last_step}，有去向之日：{x_ended_on}",
    cure="先退还、没收、销毁、移送或者记明检验耗用，登记签收之后再结案",
)
