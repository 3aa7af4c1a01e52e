"""法制审核应当由没有参与本案调查的人员进行。"""

import polars as pl

from sanwei.facts.deliberation import reviewed_on, reviewer_no
from sanwei.facts.derived.around import reviewer_at_contact, reviewer_took_evidence
from sanwei.facts.derived.rows import reviewer_investigated

from ..control import DENY, Control
from ..terms import any_told

control = Control(
    code="case.reviewer-independent",
    title="法制审核人员没有参与本案调查",
    clauses=("ZZ39 三(三)四", "HNZF2016 §28(2)", "XZCF2021 §58(1)"),
    as_of=reviewed_on,
    breach=pl.when(reviewer_no.is_not_null()).then(
        any_told(reviewer_investigated, reviewer_at_contact, reviewer_took_evidence)
    ),
    guards={"review_case": DENY},
    says="{reviewed_on}的法制审核由{reviewer_no}作出，该人员参与过本案调查",
    cure="由法制机构另行指派没有参与本案调查的人员重新审核",
    note="条文要求由法制机构或者专门从事审核的人员审核；自己审核自己办理的案件等于没有审核。",
)
