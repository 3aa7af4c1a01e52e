"""分案不得用来规避办案期限：原案的办案期限届满之后，不再分案。"""

from sanwei.facts.split import split_due_before, split_ruled_on

from ..control import DENY, Control

control = Control(
    code="case.split-before-expiry",
    title="在原案的办案期限届满之前分案",
    clauses=("XZCF2021 §60",),
    as_of=split_ruled_on,
    breach=split_ruled_on > split_due_before,
    guards={"approve_split": DENY},
    says="原案的办案期限{split_due_before}届满，{split_ruled_on}才批准分案",
    cure="不再分案，在原案中一并作出决定，并在卷内写明超过办案期限的原因",
    note="分出的案件沿用原案的立案日，已经批准的延长和停止计算随案带来，分案本身不延长期限",
)
