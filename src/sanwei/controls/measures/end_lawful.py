"""处理被查封、扣押的财物，只能依法没收、销毁、移送、拍卖抵缴或者解除，解除要写明情形。"""

from sanwei.facts.codes import MEASURE_ENDS
from sanwei.facts.measure import measure_end, measure_ended_on, release_ground

from ..control import DENY, Control

control = Control(
    code="measure.end-lawful",
    title="处理方式合法，解除的写明情形",
    clauses=("XZQZ2011 §27", "XZQZ2011 §28(1)", "XZQZ2011 §33(1)"),
    as_of=measure_ended_on,
    breach=~measure_end.is_in(list(MEASURE_ENDS)) | ((measure_end == "released") & release_ground.is_null()),
    guards={"settle_measure": DENY},
    says="{measure_ended_on}处理被{measure_kind}的“{measure_target}”，方式：{measure_end}，解除情形：{release_ground}",
    cure="在没收、销毁、移送、拍卖抵缴和解除之中依法作出决定；解除的写明属于哪一种情形",
)
