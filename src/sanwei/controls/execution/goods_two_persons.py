"""没收的物品由两人以上处理，并记明经过。"""

import polars as pl

from sanwei.facts.money import goods_disposed_on, goods_officers, goods_record

from ..control import DENY, Control, param
from ..terms import said

control = Control(
    code="case.goods-two-persons",
    title="没收物品由两人处理并有记录",
    clauses=("XZCF2009 §53", "XZCF2021 §74"),
    as_of=goods_disposed_on,
    breach=(goods_officers.list.n_unique() < param("officers.least", goods_disposed_on))
    | pl.when(goods_record.is_not_null()).then(~said(goods_record)),
    guards={"dispose_goods": DENY},
    says="{goods_disposed_on}处理没收的{goods_title}，处理人员：{goods_officers}，经过：{goods_record}",
    cure="由两名以上人员到场处理，写明经过，处理人员签名",
    note="法律要求依法公开处理；两人到场是照执法人员不得少于两人的要求。",
)
