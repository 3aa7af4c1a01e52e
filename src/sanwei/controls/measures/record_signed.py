"""实施强制措施应当制作现场笔录，由当事人、执法人员签名；拒绝的注明，不到场的由见证人签名。"""

from sanwei.facts.measure import measure_on, measure_record, measure_record_signed

from ..control import DENY, Control
from ..terms import said

control = Control(
    code="measure.record-signed",
    title="制作现场笔录并签名，拒签的注明",
    clauses=("XZQZ2011 §18(七)", "XZQZ2011 §18(八)"),
    as_of=measure_on,
    # no record is the breach itself; whether it was signed may be unknown
    breach=~said(measure_record) | (measure_record_signed == "unsigned"),
    guards={"take_measure": DENY, "take_urgent_measure": DENY},
    says="{measure_on}实施{measure_kind}，现场笔录：{measure_record}，签名情况：{measure_record_signed}",
    cure="制作现场笔录，由当事人（见证人）和执法人员签名；拒绝签名的在笔录上注明",
)
