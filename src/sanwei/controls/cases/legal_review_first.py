"""未经法制审核或者审核不合格，不得作出处罚决定；以决定前最近一次审核为准。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import review_outcome_then, reviewed_then

from ..control import DENY, Control
from ..terms import ordinary_decision

control = Control(
    code="case.legal-review-first",
    title="作出决定前须经法制审核且审核通过，以最近一次为准",
    clauses=("ZZ39 三(三)四", "HNZF2016 §28(2)", "XZCF2017 §38(3)", "XZCF2021 §58(1)"),
    as_of=decided_on,
    when=ordinary_decision,
    breach=reviewed_then.is_null() | (review_outcome_then != "passed"),  # never reviewed: absence is the breach
    guards={"issue_decision": DENY},
    says="{decided_on}作出决定之前，最近一次法制审核的日期为{reviewed_then}，结论为{review_outcome_then}",
    cure="送法制审核；被退回的，补正后重新送审，审核通过后再提请作出决定",
    note="郑政办〔2013〕39号要求一切案件在决定前审核，比法律所列情形宽；此前的决定不问。",
)
