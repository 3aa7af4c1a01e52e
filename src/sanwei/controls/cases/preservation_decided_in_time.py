"""先行登记保存的证据，应当在法定期限内作出处理决定。"""

from sanwei.facts.investigation import preservation_decided_on, preserved_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.preservation-decided-in-time",
    title="先行登记保存之后在法定期限内作出处理决定",
    clauses=("XZCF2009 §37(2)", "XZCF2021 §56"),
    as_of=preserved_on,
    due=Due(since=preserved_on, parameter="preservation.limit"),
    done=preservation_decided_on,
    guards={"decide_preservation": WARN},
    duty=Duty(todo="对登记保存的证据作出处理决定", owner="officer", act="decide_preservation"),
    says="{preserved_on}先行登记保存的物品，应当不迟于{due}作出处理决定，处理决定日：{preservation_decided_on}",
    cure="立即作出处理决定；已经超过期限的，解除登记保存、退还物品，并查明超期的原因",
)
