"""每件证据应当记明怎样取得、在何处取得、由谁取得、何时取得。"""

import polars as pl

from sanwei.facts.investigation import obtained_by, obtained_how, obtained_on, obtained_where

from ..control import DENY, Control
from ..terms import blank, said

control = Control(
    code="case.evidence-provenance",
    title="证据记明取得的方式、地点、时间和取证人",
    clauses=("HN78 三(五)", "ZZ77 二(三)", "HNZF2016 §35", "XZCF2021 §47"),
    as_of=obtained_on,
    when=pl.lit(True),  # a piece of evidence without a day is asked too: then it cannot be told
    # what is to be recorded and is not, is the breach
    breach=~said(obtained_how) | ~said(obtained_where) | blank(obtained_by),
    guards={"add_evidence": DENY},
    says="证据“{evidence_title}”取得日：{obtained_on}，方式：{obtained_how}，地点：{obtained_where}，取证人：{obtained_by}",
    cure="由取证人员补记取得的方式、地点、时间和证号；说不清来源的，不作为定案依据",
)
