"""不予行政处罚应当有法定的情形，而且认定的事实支持这一情形。"""

import polars as pl

from sanwei.facts.decision import decided_on, decision_kind, no_penalty_ground
from sanwei.facts.derived.responsibility import d_age, d_first, d_harm, d_in_time, d_mental, d_minor, d_no_fault

from ..control import DENY, Control, param
from ..terms import decided

_new_law = param("no_penalty.newer_grounds", decided_on).is_not_null()
_borne_out = (
    pl.when(no_penalty_ground == "under_14")
    .then(d_age < 14)
    .when(no_penalty_ground == "unable")
    .then(d_mental == "unable")
    .when(no_penalty_ground == "minor_corrected")
    .then(d_minor & d_in_time & (d_harm == "none"))
    .when(no_penalty_ground == "first_offence")
    .then(_new_law & d_first & d_in_time & (d_harm != "real"))
    .when(no_penalty_ground == "no_fault")
    .then(_new_law & d_no_fault)
    .otherwise(pl.lit(True))
)

control = Control(
    code="case.no-penalty-grounded",
    title="不予处罚有法定情形和事实",
    clauses=("XZCF2009 §38(1)", "XZCF2021 §57(1)"),
    as_of=decided_on,
    when=decided & (decision_kind == "no_penalty"),
    breach=no_penalty_ground.is_null() | ~_borne_out,  # no ground written is the breach
    guards={"issue_decision": DENY},
    says="{decided_on}不予处罚的理由为“{no_penalty_ground}”，认定的事实：年龄{d_age}、能力{d_mental}、轻微{d_minor}、"
    "及时改正{d_in_time}、后果{d_harm}、初次违法{d_first}、没有过错{d_no_fault}",
    cure="先认定责任，按认定的事实选择不予处罚的理由；没有法定情形的，依法给予处罚",
    note="初次违法、没有主观过错两种情形自新法施行才有。",
)
