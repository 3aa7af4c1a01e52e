"""一案几项违法：立案的那一项之外的各项，和对每一个行为拟给予的处罚。

行为按序号分开：立案的违法是第 1 个行为。同一个行为违反几条规定的，几项的序号相同，罚款只罚一次；
几个行为分别裁量，合并写入一份决定。
"""

from .codes import PENALTY_KINDS
from .vocabulary import Grain

VIOLATION = Grain("violation", "另一项违法", "立案的那一项之外，本案查明的一项违法", happened="violation_found_on")

_REPORT, _DRAFT = "调查终结报告", "处罚决定审批表"
violation_found_on = VIOLATION.day("violation_found_on", "列入本案之日", source=_REPORT)
violation_power = VIOLATION.text("violation_power", "违反的职权事项", "权责清单中的职权事项代码", source=_REPORT)
violation_deed = VIOLATION.count(
    "violation_deed", "属于第几个行为", "立案的违法为第 1 个；同一个行为的几项违法序号相同", unit="", source=_REPORT
)
violation_ended_on = VIOLATION.day("violation_ended_on", "该项违法发生（终了）日", source=_REPORT)
violation_what = VIOLATION.text("violation_what", "该项违法的事实", "时间、地点、经过、后果", source=_REPORT)

CHARGE = Grain("charge", "各个行为的处罚", "对一名当事人的一个行为拟给予的处罚", happened="charged_on")

charged_on = CHARGE.day("charged_on", "拟定日", source=_DRAFT)
charged_party = CHARGE.text("charged_party", "受处罚的当事人", "共同当事人的行号；空为首位当事人", source=_DRAFT)
charge_deed = CHARGE.count("charge_deed", "对第几个行为", unit="", source=_DRAFT)
charge_power = CHARGE.text("charge_power", "据以处罚的职权事项", "该行为违反几项的，选罚款数额高的", source=_DRAFT)
charge_powers = CHARGE.words("charge_powers", "该行为违反的各项", "职权事项代码", source=_DRAFT)
charge_heaviest = CHARGE.words(
    "charge_heaviest", "其中罚款数额最高的", "先比上限，再比下限；相同的都列出", source="职权事项"
)
charge_ended_on = CHARGE.day("charge_ended_on", "该行为发生（终了）日", source=_REPORT)
charge_kinds = CHARGE.words("charge_kinds", "对该行为的处罚种类", "不予处罚的为空", codes=PENALTY_KINDS, source=_DRAFT)
charge_fine = CHARGE.fen("charge_fine", "对该行为的罚款", source=_DRAFT)
charge_confiscation = CHARGE.fen("charge_confiscation", "对该行为的没收金额", source=_DRAFT)
charge_least = CHARGE.fen("charge_least", "该行为的法定罚款下限", source="职权事项")
charge_most = CHARGE.fen("charge_most", "该行为的法定罚款上限", "空为不设上限", source="职权事项")
charge_basis = CHARGE.words("charge_basis", "对该行为的处罚依据", "条款编号", source=_DRAFT)
charge_lightening = CHARGE.words("charge_lightening", "对该行为引用的从轻、减轻条款", "条款编号", source=_DRAFT)
charge_reason = CHARGE.text("charge_reason", "对该行为的裁量理由", source=_DRAFT)
charge_decision = CHARGE.text("charge_decision", "写入的决定", "合并写入的决定行号", source="行政处罚决定书")
