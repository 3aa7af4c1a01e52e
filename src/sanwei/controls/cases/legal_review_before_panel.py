"""案件提请集体讨论之前，应当经法制审核且审核通过；以讨论前最近一次审核为准。"""

from sanwei.facts.deliberation import panel_on
from sanwei.facts.derived.rows import p_review_outcome, p_reviewed_on

from ..control import DENY, Control

control = Control(
    code="case.legal-review-before-panel",
    title="提请集体讨论之前须经法制审核且审核通过",
    clauses=("ZZ39 三(三)四", "HNZF2016 §28(2)"),
    as_of=panel_on,
    breach=p_reviewed_on.is_null() | (p_review_outcome != "passed"),  # never reviewed: absence is the breach
    guards={"hold_panel": DENY},
    says="{panel_on}提请集体讨论之前，最近一次法制审核的日期为{p_reviewed_on}，结论为{p_review_outcome}",
    cure="先送法制审核；被退回的，补正后重新送审，审核通过后再提请集体讨论",
)
