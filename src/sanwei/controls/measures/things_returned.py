"""解除查封、扣押的，应当立即退还财物。"""

from sanwei.facts.derived.measures import m_things, m_things_gone_on
from sanwei.facts.measure import measure_end, measure_ended_on

from ..control import WARN, Control, Due, Duty
from ._terms import held

control = Control(
    code="measure.things-returned",
    title="解除之后立即退还财物",
    clauses=("XZQZ2011 §28(2)",),
    as_of=measure_ended_on,
    when=held & measure_ended_on.is_not_null() & (measure_end == "released") & (m_things > 0),
    due=Due(since=measure_ended_on, parameter="measure.hand_back"),
    done=m_things_gone_on,
    guards={"move_exhibit": WARN},
    duty=Duty(todo="退还解除查封、扣押的财物", owner="officer", act="move_exhibit"),
    says="{measure_ended_on}解除{measure_kind}，应当立即退还财物（不迟于{due}），全部退还日：{m_things_gone_on}",
    cure="立即通知当事人领取并办理退还签收；财物已经变卖的退还价款",
)
