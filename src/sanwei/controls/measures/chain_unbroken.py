"""涉案物品从取得到去向逐次登记，交接没有中断，有去向之后不再流转。"""

from sanwei.facts.derived.measures import x_broken, x_moves, x_went_on
from sanwei.facts.exhibit import exhibit_on

from ..control import DENY, Control

control = Control(
    code="measure.chain-unbroken",
    title="涉案物品的流转没有中断",
    clauses=("XZQZ2011 §26(1)", "HNZF2016 §11(2)"),
    as_of=exhibit_on,
    breach=(x_moves == 0) | x_broken | x_went_on,
    guards={"move_exhibit": DENY},
    says="{exhibit_on}取得的“{exhibit_name}”（{exhibit_quantity}），流转登记{x_moves}次，交接中断：{x_broken}，有去向之后又流转：{x_went_on}",
    cure="由现在的保管人交出；漏登的补记每一次交接的交出人、接收人和日期，说明漏登的原因",
)
