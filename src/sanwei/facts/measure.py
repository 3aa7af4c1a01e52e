"""行政强制措施：查封、扣押、冻结，一次措施一行。"""

from .codes import MEASURE_ENDS, MEASURE_KINDS, PRESENCE, RELEASE_GROUNDS, SIGNING
from .vocabulary import Grain

MEASURE = Grain("measure", "行政强制措施", "一次查封、扣押或者冻结", happened="measure_on")
M = MEASURE

_RECORD, _DECISION, _APPROVAL = "现场笔录", "查封（扣押、冻结）决定书", "强制措施审批表"
measure_kind = M.code("measure_kind", "措施种类", MEASURE_KINDS, source=_DECISION)
measure_asked_on = M.day("measure_asked_on", "呈请日", source=_APPROVAL)
measure_reason = M.text("measure_reason", "采取措施的理由", "为什么非采取不可", source=_DECISION)
measure_target = M.text("measure_target", "措施对象", "哪些场所、设施、财物或者账户", source=_DECISION)
measure_basis = M.words("measure_basis", "措施依据", "授权条款编号", source="职权事项")
measure_empowered = M.yesno(
    "measure_empowered", "法律、法规授权", "职权事项写明的依据授权采取这一种措施", source="职权事项"
)
measure_urgent = M.yesno("measure_urgent", "情况紧急当场采取", "事先未经批准，当场采取", source=_RECORD)
urgency_reason = M.text("urgency_reason", "紧急情况", "为什么来不及事先报批", source=_RECORD)
measure_granted = M.yesno("measure_granted", "批准采取", source=_APPROVAL)
measure_ruled_on = M.day("measure_ruled_on", "负责人审批日", source=_APPROVAL)
measure_ruled_at = M.text("measure_ruled_at", "负责人审批时间", "时：分", source=_APPROVAL)
measure_ruler = M.text("measure_ruler", "审批人", "负责人证号", source=_APPROVAL)
measure_opinion = M.text("measure_opinion", "审批意见", source=_APPROVAL)

measure_no = M.text("measure_no", "决定书文号", source=_DECISION)
measure_on = M.day("measure_on", "实施日", "查封、扣押、冻结之日", source=_DECISION)
measure_at = M.text("measure_at", "实施时间", "时：分", source=_RECORD)
measure_ended_at = M.text("measure_ended_at", "现场结束时间", "时：分", source=_RECORD)
measure_place = M.text("measure_place", "实施地点", source=_RECORD)
measure_until = M.day("measure_until", "决定书载明的届满日", source=_DECISION, foretold=True)
measure_officers = M.words("measure_officers", "实施人员", "实施措施的执法人员证号", source=_RECORD)
measure_identity_shown = M.yesno("measure_identity_shown", "实施时已出示证件", source=_RECORD)
measure_presence = M.code("measure_presence", "到场情况", PRESENCE, source=_RECORD)
measure_witness = M.text("measure_witness", "见证人", "姓名和身份；当事人不到场的必须有", source=_RECORD)
measure_rights_told = M.yesno("measure_rights_told", "当场告知理由、依据、权利和救济途径", source=_RECORD)
measure_heard = M.yesno("measure_heard", "已听取陈述和申辩", source=_RECORD)
measure_said = M.text("measure_said", "当事人陈述、申辩", "没有意见的写“没有意见”", source=_RECORD)
measure_record = M.text("measure_record", "现场笔录", "现场看到什么、做了什么", source=_RECORD)
measure_record_signed = M.code("measure_record_signed", "现场笔录签名", SIGNING, source=_RECORD)
measure_delivered_on = M.day("measure_delivered_on", "决定书交付日", "决定书和清单交付当事人之日", source="送达回证")
measure_list_copies = M.count("measure_list_copies", "清单份数", "当事人和机关各存一份", unit="份", source="物品清单")
measure_list_signed = M.code("measure_list_signed", "清单签名", SIGNING, source="物品清单")
measure_related = M.yesno("measure_related", "均与违法行为有关", "没有涉及无关的场所、设施、财物", source=_RECORD)
measure_necessities = M.yesno(
    "measure_necessities", "含有生活必需品", "公民个人及其所扶养家属的生活必需品", source=_RECORD
)
measure_held_already = M.yesno("measure_held_already", "已被其他机关查封、冻结", source=_RECORD)

measure_extended_on = M.day("measure_extended_on", "批准延长日", source="延长期限通知书")
measure_extension_days = M.count("measure_extension_days", "延长天数", unit="日", source="延长期限通知书")
measure_extension_reason = M.text("measure_extension_reason", "延长理由", "情况为什么复杂", source="延长期限通知书")
measure_extension_approver = M.text("measure_extension_approver", "延长批准人", "负责人证号", source="延长期限通知书")
measure_extension_no = M.text("measure_extension_no", "延长通知文号", source="延长期限通知书")
measure_extension_told_on = M.day("measure_extension_told_on", "延长书面告知日", source="送达回证")

measure_ended_on = M.day("measure_ended_on", "处理决定日", "解除或者作出其他处理决定之日", source="解除（处理）决定书")
measure_end = M.code("measure_end", "处理方式", MEASURE_ENDS, source="解除（处理）决定书")
release_ground = M.code("release_ground", "解除情形", RELEASE_GROUNDS, source="解除决定书")
measure_end_reason = M.text("measure_end_reason", "处理理由", source="解除（处理）决定书")
measure_end_no = M.text("measure_end_no", "处理决定文号", source="解除（处理）决定书")
measure_end_told_on = M.day(
    "measure_end_told_on", "处理决定书面告知日", "告知当事人之日；冻结的，告知金融机构和当事人之日", source="送达回证"
)
keeping_charged = M.fen(
    "keeping_charged", "向当事人收取的保管费用", "依法不得收取，没有收取的填 0", source="解除（处理）决定书"
)

freeze_bank = M.text("freeze_bank", "金融机构", source="冻结通知书")
freeze_account = M.text("freeze_account", "账号", source="冻结通知书")
freeze_sum = M.fen("freeze_sum", "冻结数额", source="冻结通知书")
involved_sum = M.fen("involved_sum", "违法行为涉及金额", source=_APPROVAL)
bank_told_on = M.day("bank_told_on", "冻结通知书交付金融机构日", source="冻结通知书回执")
