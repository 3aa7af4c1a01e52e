"""当场处罚只能是警告或者法定数额以下的罚款。"""

import polars as pl

from sanwei.facts.decision import confiscation, decided_on, fine, penalty_kinds
from sanwei.facts.derived.decision import d_party_kind

from ..control import DENY, Control, param
from ..terms import decided
from ._terms import made_on_the_spot

_person = param("summary.fine.person", decided_on)
_organisation = param("summary.fine.organisation", decided_on)
_is_person = d_party_kind.is_in(["person", "sole_trader"])
_most = pl.when(d_party_kind == "organisation").then(_organisation).when(_is_person).then(_person)
_too_much = pl.when(fine.fill_null(0) == 0).then(pl.lit(False)).otherwise(fine > _most)
_other_kind = penalty_kinds.list.set_difference(pl.lit(["warning", "fine"])).list.len() > 0

control = Control(
    code="case.summary-threshold",
    title="当场处罚限于警告和小额罚款",
    clauses=("XZCF2009 §33", "XZCF2021 §51"),
    as_of=decided_on,
    when=decided & made_on_the_spot,
    breach=_too_much | _other_kind | (confiscation.fill_null(0) > 0),
    guards={"decide_on_the_spot": DENY},
    says="{decided_on}当场作出的处罚：罚款{fine}，没收{confiscation}，处罚种类代码：{penalty_kinds}（限于警告和法定数额以下的罚款）",
    cure="超过当场处罚数额或者种类的，适用普通程序：立案、调查、告知之后再作决定",
    note="个体工商户按公民的数额；法律另有规定的从其规定",
)
