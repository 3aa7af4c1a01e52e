"""决定、审核、送达各行所需的其他回看：主体性质、集体讨论的组织形式、审核人是否办案、所送达决定的内容。"""

from __future__ import annotations

import polars as pl

from ..actor import STANDING, body_kind, stood_on
from ..case import body_code, party_kind, procedure
from ..decision import DECISION, decided_on, decision_kind, fine, penalty_kinds
from ..deliberation import PANEL, REVIEW, panel_kind, panel_on, reviewer_no
from ..execution import SERVICE, served_decision, service_method
from ..investigation import CONTACT, EVIDENCE, obtained_by, officers_present
from ..vocabulary import any_of, comes_before, earliest, how_many, latest

D = DECISION

d_body_kind = D.text(
    "d_body_kind",
    "作出决定的主体性质",
    over="standing",
    take=latest(body_kind, STANDING, stood_on <= decided_on),
    source="执法主体名录",
)
d_body_code = D.text("d_body_code", "办案机关", "办案机关代码", over="case", take=body_code, source="案件")
_met = comes_before(panel_on, PANEL, decided_on, D)
panel_by_persons = D.yesno(
    "panel_by_persons",
    "决定前有负责人集体讨论",
    over="panel",
    take=any_of(PANEL, _met & (panel_kind == "persons_in_charge")),
    source="集体讨论笔录",
)
panel_by_leadership = D.yesno(
    "panel_by_leadership",
    "决定前有领导班子会议讨论",
    over="panel",
    take=any_of(PANEL, _met & (panel_kind == "leadership")),
    source="集体讨论笔录",
)
d_service_method = D.text(
    "d_service_method",
    "本决定首次送达方式",
    over="service",
    take=earliest(service_method, SERVICE, served_decision == pl.col(D.id)),
    source="送达回证",
)

reviewer_at_contact = REVIEW.yesno(
    "reviewer_at_contact",
    "审核人参加过检查、询问",
    over="contact",
    take=pl.when(how_many(CONTACT) > 0).then(any_of(CONTACT, officers_present.list.contains(reviewer_no))),
    source="检查、询问笔录",
)
reviewer_took_evidence = REVIEW.yesno(
    "reviewer_took_evidence",
    "审核人收集过证据",
    over="evidence",
    take=pl.when(how_many(EVIDENCE) > 0).then(any_of(EVIDENCE, obtained_by == reviewer_no)),
    source="证据目录",
)

_its = pl.col(D.id) == served_decision
s_procedure = SERVICE.text("s_procedure", "本案程序", over="case", take=procedure, source="案件")
s_party_kind = SERVICE.text("s_party_kind", "本案当事人类别", over="case", take=party_kind, source="案件")
s_decision_kind = SERVICE.text(
    "s_decision_kind",
    "所送达决定的种类",
    over="decision",
    take=earliest(decision_kind, D, _its),
    source="行政处罚决定书",
)
s_fine = SERVICE.fen(
    "s_fine", "所送达决定的罚款", over="decision", take=earliest(fine, D, _its), source="行政处罚决定书"
)
s_kinds = SERVICE.words(
    "s_kinds", "所送达决定的处罚种类", over="decision", take=earliest(penalty_kinds, D, _its), source="行政处罚决定书"
)
