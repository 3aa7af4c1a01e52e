"""每次现场执法应当记录着装、用语、举止；发生突发情况的，应当记录怎样平和、理性地处置。"""

from sanwei.facts.investigation import conduct_note, contact_on, incident, incident_handling

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="case.conduct-recorded",
    title="记录执法的举止规范和突发情况的处置",
    clauses=("HN78 三(五)", "ZZ77 二(三)", "HNZF2016 §35", "XZCF2021 §42(2)", "XZCF2021 §47"),
    as_of=contact_on,
    # what is to be recorded and is not, is the breach
    breach=~said(conduct_note) | (incident & ~said(incident_handling)),
    guards={"record_contact": DENY, "decide_on_the_spot": DENY},
    says="{contact_on}的{contact_kind}，执法规范记录为“{conduct_note}”，发生突发情况：{incident}，处置记录为“{incident_handling}”",
    cure="补记着装、用语、举止和全过程记录方式；发生突发情况的，写明怎样处置",
)
