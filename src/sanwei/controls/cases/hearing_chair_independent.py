"""听证应当由非本案调查人员主持。"""

import polars as pl

from sanwei.facts.deliberation import hearing_chair, hearing_held_on
from sanwei.facts.derived.party import chair_at_contact, chair_took_evidence
from sanwei.facts.derived.rows import chair_investigated

from ..control import DENY, Control
from ..terms import any_told

control = Control(
    code="case.hearing-chair-independent",
    title="听证主持人不是本案调查人员",
    clauses=("XZCF2009 §42(四)", "XZCF2021 §64(四)"),
    as_of=hearing_held_on,
    breach=pl.when(hearing_chair.is_not_null()).then(
        any_told(chair_investigated, chair_at_contact, chair_took_evidence)
    ),
    guards={"hold_hearing": DENY},
    says="{hearing_held_on}的听证由{hearing_chair}主持，该人员参与过本案调查",
    cure="由行政机关另行指定没有参与本案调查的人员主持，重新举行听证",
)
