"""结案之前，没收的物品应当处理完毕，所得款项全部上缴国库。"""

from sanwei.facts.derived.money import g_closing_on, g_settled

from ..control import DENY, Control

control = Control(
    code="case.goods-settled",
    title="没收物品处理完毕才结案",
    clauses=("XZCF2009 §53", "XZCF2021 §74"),
    as_of=g_closing_on,
    breach=~g_settled,
    guards={"propose_closing": DENY, "close_case": DENY},
    says="没收的{goods_title}处理日：{goods_disposed_on}，所得{goods_proceeds}，上缴国库日：{goods_banked_on}，{g_closing_on}就呈报结案",
    cure="依法拍卖、移交或者销毁没收的物品，所得款项全部上缴国库之后再结案",
)
