"""作为依据的检测、鉴定结果，作出决定之前应当告知当事人。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.evidence import d_results_untold

from ..control import DENY, Control
from ..terms import ordinary_penalty

control = Control(
    code="case.test-results-told",
    title="决定之前检测、鉴定结果已经告知当事人",
    clauses=("XZCF2021 §44", "XZCF2021 §45(1)"),
    as_of=decided_on,
    when=ordinary_penalty,
    breach=d_results_untold > 0,
    guards={"issue_decision": DENY},
    says="{decided_on}作出决定时，还有{d_results_untold}件检测、鉴定结果没有告知当事人",
    cure="先把检测、鉴定结果和申请复检的权利告知当事人，听取意见之后再作决定",
)
