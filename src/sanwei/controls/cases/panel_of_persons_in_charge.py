"""集体讨论须由负责人进行，授权组织由领导班子进行，案件审理委员会不能代替。"""

from sanwei.facts.decision import confiscation, decided_on, fine, penalty_kinds
from sanwei.facts.derived.around import d_body_kind, panel_by_leadership, panel_by_persons
from sanwei.facts.derived.decision import d_complex, d_party_kind, panel_then

from ..control import DENY, Control
from ..terms import hearing_due, ordinary_penalty

control = Control(
    code="case.panel-of-persons-in-charge",
    title="集体讨论由负责人进行，案审会不能代替",
    clauses=("ZZ39 三(三)四", "XZCF2009 §38(2)", "XZCF2021 §57(2)", "HNZF2016 §28(2)"),
    as_of=decided_on,
    when=ordinary_penalty
    & panel_then.is_not_null()
    & (d_complex | hearing_due(fine, confiscation, penalty_kinds, d_party_kind, decided_on)),
    breach=~(panel_by_leadership | (panel_by_persons & (d_body_kind != "authorised"))),
    guards={"issue_decision": DENY},
    says="{panel_then}的讨论不是负责人集体讨论：负责人讨论过（{panel_by_persons}），领导班子讨论过（{panel_by_leadership}）",
    cure="由行政机关负责人（授权组织为领导班子会议）重新集体讨论决定",
    note="案件审理委员会另行讨论过的不算错，但须有一次合格的讨论；行政机关的领导班子会议由负责人组成，也算负责人讨论。没有讨论的由 case.panel-held 问。",
)
