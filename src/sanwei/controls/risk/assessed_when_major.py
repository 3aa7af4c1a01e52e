"""重大执法事项应当在决定之前评估风险。"""

from sanwei.facts.decision import decided_on, fine, penalty_kinds
from sanwei.facts.derived.decision import assessed_then

from ..control import DENY, Control
from ..terms import ordinary_penalty, risky

control = Control(
    code="risk.assessed-when-major",
    title="重大处罚在决定之前经风险评估",
    clauses=("HN78 三(七)", "ZZ77 二(二)4"),
    as_of=decided_on,
    when=ordinary_penalty & risky(fine, penalty_kinds, decided_on),
    breach=assessed_then.is_null(),  # no assessment on record before the decision: absence is the breach
    guards={"issue_decision": DENY},
    says="本案属于重大执法事项（罚款{fine}或者停产停业、吊销、关闭、拘留），{decided_on}作出决定之前没有风险评估",
    cure="由承办机构从合法性、社会稳定、公共安全三个方面评估风险，写出评估结论和防控措施，再提请作出决定",
)
