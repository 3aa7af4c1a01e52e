"""查封、扣押、冻结三十日内作出处理决定或者解除，最多延长三十日，检测时间另计。"""

from sanwei.facts.derived.measures import m_runs_from
from sanwei.facts.measure import measure_ended_on, measure_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="measure.ended-in-time",
    title="查封、扣押、冻结在法定期限内作出处理决定",
    clauses=("XZQZ2011 §25(1)", "XZQZ2011 §27", "XZQZ2011 §32(1)"),
    as_of=measure_on,
    due=Due(since=m_runs_from, parameter="measure.limit"),
    done=measure_ended_on,
    guards={"settle_measure": WARN, "extend_measure": WARN},
    duty=Duty(todo="处理被查封、扣押、冻结的财物", owner="leader", act="settle_measure"),
    says="{measure_on}{measure_kind}“{measure_target}”（延长{measure_extension_days}日，扣除检测{m_excluded}日），"
    "应当不迟于{due}作出处理决定，处理决定日：{measure_ended_on}",
    cure="立即作出处理决定；期限已经届满的解除措施、退还财物，并查明超期的原因",
)
