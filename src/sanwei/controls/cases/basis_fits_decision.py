"""不予处罚的，引用不予处罚的条款；给予处罚的，不引用只能不予处罚的条款。"""

import polars as pl

from sanwei.facts.decision import decided_on, decision_kind, drafted_on, exempting_cited, lightening_cited

from ..control import DENY, Control
from ..terms import listed

_said_on = pl.coalesce(decided_on, drafted_on)
_free, _fined = decision_kind == "no_penalty", decision_kind == "penalty"
_only_exempting = listed(exempting_cited.list.set_difference(lightening_cited))

control = Control(
    code="case.basis-fits-decision",
    title="引用的条款与处罚、不予处罚相符",
    clauses=("XZCF2009 §38(1)", "XZCF2009 §39(1)", "XZCF2021 §57(1)", "XZCF2021 §59(1)"),
    as_of=_said_on,
    when=_said_on.is_not_null() & decision_kind.is_in(["penalty", "no_penalty"]),
    breach=pl.when(exempting_cited.is_not_null()).then((_free & ~listed(exempting_cited)) | (_fined & _only_exempting)),
    guards={"draft_decision": DENY, "issue_decision": DENY, "decide_on_the_spot": DENY},
    says="决定为{decision_kind}，引用的不予处罚条款：{exempting_cited}，从轻、减轻条款：{lightening_cited}",
    cure="不予处罚的，在依据中选出不予处罚的条款；给予处罚的，去掉不予处罚的条款，从轻、减轻的引用从轻、减轻的条款",
    note="哪一条从轻、减轻，哪一条不予处罚，写在法律包里",
)
