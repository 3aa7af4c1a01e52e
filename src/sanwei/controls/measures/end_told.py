"""解除冻结应当及时通知金融机构和当事人；财物随案移送的，书面告知当事人。"""

from sanwei.facts.measure import measure_end, measure_end_told_on, measure_ended_on, measure_kind

from ..control import WARN, Control, Due, Duty
from ._terms import held

control = Control(
    code="measure.end-told",
    title="处理、移送、解除冻结之后及时书面告知",
    clauses=("XZQZ2011 §21", "XZQZ2011 §33(2)"),
    as_of=measure_ended_on,
    when=held & measure_ended_on.is_not_null() & ((measure_end == "transferred") | (measure_kind == "freeze")),
    due=Due(since=measure_ended_on, parameter="measure.tell"),
    done=measure_end_told_on,
    guards={"tell_measure": WARN},
    duty=Duty(todo="书面告知强制措施的处理结果", owner="officer", act="tell_measure"),
    says="{measure_ended_on}对被{measure_kind}的“{measure_target}”{measure_end}，应当不迟于{due}书面告知，告知日：{measure_end_told_on}",
    cure="立即书面告知当事人；解除冻结的，同时通知金融机构",
)
