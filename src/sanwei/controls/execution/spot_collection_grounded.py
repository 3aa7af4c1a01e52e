"""只有在法律许可的情形，执法人员才可以当场收缴罚款。"""

import polars as pl

from sanwei.facts.derived.money import p_fine, p_on_the_spot
from sanwei.facts.execution import collected_by, paid_on
from sanwei.facts.money import spot_ground

from ..control import DENY, Control, param

_wrong = (
    pl.when(spot_ground == "small")
    .then(~p_on_the_spot | (p_fine > param("collect.on_spot.fine", paid_on)))
    .when(spot_ground == "hard_after")
    .then(~p_on_the_spot)
    .when(spot_ground == "remote")
    .then(pl.lit(False))
)

control = Control(
    code="case.spot-collection-grounded",
    title="当场收缴罚款有法定理由",
    clauses=("XZCF2009 §47", "XZCF2009 §48", "XZCF2021 §68", "XZCF2021 §69"),
    as_of=paid_on,
    when=paid_on.is_not_null() & (collected_by == "on_the_spot"),
    breach=_wrong,
    guards={"record_payment": DENY},
    says="{paid_on}当场收缴，理由：{spot_ground}；罚款{p_fine}，当场作出的决定：{p_on_the_spot}",
    cure="数额较小或者事后难以执行的，只限当场处罚；其他的要当事人因交通不便自己提出。不符合的，请当事人到银行缴款",
)
