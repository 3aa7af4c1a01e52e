"""对违法行为已经作出处理决定、不再需要查封、扣押、冻结的，应当及时解除或者处理。"""

from sanwei.facts.derived.measures import m_decided_on
from sanwei.facts.measure import measure_ended_on

from ..control import WARN, Control, Due, Duty
from ._terms import held

control = Control(
    code="measure.settled-after-decision",
    title="作出处罚决定之后及时处理被查封、扣押的财物",
    clauses=("XZQZ2011 §28(1)", "XZQZ2011 §33(1)"),
    as_of=m_decided_on,
    when=held & m_decided_on.is_not_null(),
    due=Due(since=m_decided_on, parameter="measure.after_decision"),
    done=measure_ended_on,
    guards={"settle_measure": WARN},
    duty=Duty(todo="处罚决定作出后处理被查封、扣押的财物", owner="leader", act="settle_measure"),
    says="{m_decided_on}作出处罚决定，被{measure_kind}的“{measure_target}”应当不迟于{due}处理，处理决定日：{measure_ended_on}",
    cure="决定没收的依法没收；不再需要的作出解除决定，立即退还",
)
