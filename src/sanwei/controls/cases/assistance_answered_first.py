"""已经请求其他机关协助的，决定之前应当取得结果，或者撤回请求。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.beside import d_assists_open

from ..control import WARN, Control
from ..terms import decided

control = Control(
    code="case.assistance-answered-first",
    title="决定之前登记协助的结果",
    clauses=("XZCF2021 §26", "XZCF2021 §40"),
    as_of=decided_on,
    when=decided,
    breach=d_assists_open > 0,
    guards={"issue_decision": WARN},
    says="{decided_on}作出决定时，还有{d_assists_open}件协助请求没有登记结果",
    cure="催问被请求机关并登记答复；不再需要的，登记撤回请求",
    note="等待协助的时间可以依法审批不计入办案期限；对方不予协助的，登记它的理由，必要时报请共同的上级协调",
)
