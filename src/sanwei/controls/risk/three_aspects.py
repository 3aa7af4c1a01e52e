"""重大执法事项的风险评估应当涵盖合法性、社会稳定和公共安全。"""

from sanwei.facts.decision import decided_on, fine, penalty_kinds
from sanwei.facts.derived.decision import assessed_then, three_aspects_then

from ..control import DENY, Control
from ..terms import ordinary_penalty, risky

control = Control(
    code="risk.three-aspects",
    title="风险评估涵盖合法性、社会稳定和公共安全",
    clauses=("HN78 三(七)", "ZZ77 二(二)4"),
    as_of=decided_on,
    when=ordinary_penalty & risky(fine, penalty_kinds, decided_on) & assessed_then.is_not_null(),
    breach=~three_aspects_then,
    guards={"issue_decision": DENY},
    says="{assessed_then}的风险评估没有涵盖合法性、社会稳定、公共安全三个方面",
    cure="由承办机构补充评估所缺的方面，重新写出评估结论",
    note="以决定前最近一次评估为准；没有评估的由 risk.assessed-when-major 问。",
)
