"""延长查封、扣押、冻结的决定应当及时书面告知当事人。"""

from sanwei.facts.measure import measure_extended_on, measure_extension_told_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="measure.extension-told",
    title="延长措施及时书面告知当事人",
    clauses=("XZQZ2011 §25(2)", "XZQZ2011 §32(2)"),
    as_of=measure_extended_on,
    due=Due(since=measure_extended_on, parameter="measure.tell"),
    done=measure_extension_told_on,
    guards={"tell_measure": WARN},
    duty=Duty(todo="书面告知延长强制措施期限", owner="officer", act="tell_measure"),
    says="{measure_extended_on}决定延长措施期限，应当不迟于{due}书面告知当事人，告知日：{measure_extension_told_on}",
    cure="立即把延长期限通知书送达当事人",
)
