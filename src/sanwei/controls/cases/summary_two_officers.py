"""当场作出处罚决定也应当由两名以上执法人员实施。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import officers_signing

from ..control import DENY, Control, param
from ..terms import decided
from ._terms import made_on_the_spot

control = Control(
    code="case.summary-two-officers",
    title="当场处罚由两名以上执法人员实施",
    clauses=("XZCF2021 §42(1)",),
    as_of=decided_on,
    when=decided & made_on_the_spot,
    breach=officers_signing < param("officers.least", decided_on),
    guards={"decide_on_the_spot": DENY},
    says="{decided_on}当场作出的处罚决定，载明执法人员{officers_signing}人（不得少于两人）",
    cure="由两名以上持证执法人员当场实施；现场只有一人的，不得当场处罚",
    note="两人的要求2021年起写入处罚的一般规定，简易程序也适用；旧法只约束一般程序。法律另有规定可以一人实施的（如道路交通），由该系统自行排除",
)
