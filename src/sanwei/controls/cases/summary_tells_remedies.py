"""当场处罚决定书应当写明申请复议、提起诉讼的途径和期限。"""

from sanwei.facts.decision import decided_on, remedies_told
from sanwei.facts.derived.decision import d_procedure

from ..control import DENY, Control
from ..terms import penalty_decided

control = Control(
    code="case.summary-tells-remedies",
    title="当场处罚决定书写明救济途径和期限",
    clauses=("XZCF2021 §52(2)", "HNZF2016 §29"),
    as_of=decided_on,
    when=penalty_decided & (d_procedure == "summary"),
    breach=~remedies_told,
    guards={"decide_on_the_spot": DENY},
    says="{decided_on}的当场处罚决定书没有写明申请复议、提起诉讼的途径和期限",
    cure="换用印有救济途径和期限的当场处罚决定书；当场处罚须先复议的一并写明",
    note="2009年文本没有要求当场处罚决定书写明救济途径，自河南省行政执法条例施行起要求。",
)
