"""收到赔偿请求之后，应当在法定期限内决定赔偿或者不予赔偿。"""

from sanwei.facts.claim import claim_decided_on, claimed_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.claim-decided-in-time",
    title="赔偿请求按期答复",
    clauses=("GJPC2012 §13(1)",),
    as_of=claimed_on,
    due=Due(since=claimed_on, parameter="claim.decide"),
    done=claim_decided_on,
    guards={"decide_claim": WARN},
    duty=Duty(todo="对赔偿请求作出决定", owner="leader", act="decide_claim"),
    says="{claimed_on}收到赔偿请求，应当不迟于{due}决定，决定日：{claim_decided_on}",
    cure="尽快查明损失和因果关系，作出赔偿或者不予赔偿的决定并送达请求人",
    note="期限取自国家赔偿法，原文没有核对，标为预设",
)
