"""调查取证：现场接触、证据、先行登记保存、回避。"""

from .codes import CONTACT_KINDS, EVIDENCE_KINDS, EXCLUSIONS, PRESERVATION_ENDS, RECUSAL_ANSWERS, SIGNING
from .vocabulary import Grain

CONTACT = Grain("contact", "执法接触", "一次现场检查、询问等与当事人或者有关人员的接触", happened="contact_on")

contact_on = CONTACT.day("contact_on", "接触日", source="检查、询问笔录")
contact_kind = CONTACT.code("contact_kind", "接触方式", CONTACT_KINDS, source="检查、询问笔录")
contact_place = CONTACT.text("contact_place", "地点", source="检查、询问笔录")
contact_person = CONTACT.text("contact_person", "被检查（询问）人", source="检查、询问笔录")
contact_began = CONTACT.text("contact_began", "开始时间", "时：分", source="检查、询问笔录")
contact_ended = CONTACT.text("contact_ended", "结束时间", "时：分", source="检查、询问笔录")
contact_relation = CONTACT.text(
    "contact_relation", "被检查（询问）人身份", "职务或者与本案的关系", source="检查、询问笔录"
)
officers_present = CONTACT.words("officers_present", "在场执法人员", "在场执法人员的证号", source="检查、询问笔录")
identity_shown = CONTACT.yesno("identity_shown", "已出示证件", "主动出示执法证件、表明身份", source="检查、询问笔录")
purpose_explained = CONTACT.yesno("purpose_explained", "已说明目的、方法", source="检查、询问笔录")
rights_told = CONTACT.yesno("rights_told", "已告知权利义务", "含申请回避的权利", source="检查、询问笔录")
incident = CONTACT.yesno("incident", "发生突发情况或者过激言行", source="检查、询问笔录")
incident_handling = CONTACT.text("incident_handling", "突发情况处置", "如何平和、理性处置", source="检查、询问笔录")
conduct_note = CONTACT.text("conduct_note", "执法规范记录", "着装、用语、举止和全过程记录方式", source="检查、询问笔录")
record_text = CONTACT.text("record_text", "笔录内容", source="检查、询问笔录")
record_signed = CONTACT.code("record_signed", "笔录签名", SIGNING, source="检查、询问笔录")
pages_signed = CONTACT.yesno("pages_signed", "逐页签名", "被检查（询问）人逐页签名或者捺指印", source="检查、询问笔录")
record_witness = CONTACT.text(
    "record_witness", "拒签见证", "拒绝签名、不在场的，见证人的姓名和身份", source="检查、询问笔录"
)
recusal_answer = CONTACT.code(
    "recusal_answer", "是否申请回避", RECUSAL_ANSWERS, "告知权利之后当事人的回答", source="检查、询问笔录"
)

EVIDENCE = Grain("evidence", "证据", "一件证据", happened="obtained_on")

obtained_on = EVIDENCE.day("obtained_on", "取得日", source="证据目录")
evidence_no = EVIDENCE.count("evidence_no", "证据序号", unit="号", source="证据目录")
evidence_kind = EVIDENCE.code("evidence_kind", "证据种类", EVIDENCE_KINDS, "八类法定证据之一", source="证据目录")
evidence_title = EVIDENCE.text("evidence_title", "证据名称", source="证据目录")
obtained_how = EVIDENCE.text("obtained_how", "取得方式", source="证据目录")
obtained_where = EVIDENCE.text("obtained_where", "取得地点", source="证据目录")
obtained_by = EVIDENCE.text("obtained_by", "取得人", "取证人员证号", source="证据目录")
evidence_proves = EVIDENCE.text("evidence_proves", "证明对象", source="证据目录")
evidence_lawful = EVIDENCE.yesno(
    "evidence_lawful", "取得合法", "未使用利诱、欺诈、胁迫、暴力等不正当手段", source="证据目录"
)
evidence_relied_on = EVIDENCE.yesno("evidence_relied_on", "作为定案依据", source="证据目录")
evidence_file = EVIDENCE.text("evidence_file", "附件", "照片、扫描件等附件编号", source="证据目录")
obtained_at = EVIDENCE.text("obtained_at", "取得时间", "时：分", source="证据目录")
obtained_present = EVIDENCE.text("obtained_present", "取证时在场人", "当事人、见证人等", source="证据目录")
excluded_on = EVIDENCE.day("excluded_on", "排除日", source="证据排除记录")
exclusion_ground = EVIDENCE.code("exclusion_ground", "排除的情形", EXCLUSIONS, source="证据排除记录")
exclusion_note = EVIDENCE.text("exclusion_note", "排除理由", source="证据排除记录")

PRESERVATION = Grain("preservation", "先行登记保存", "一次先行登记保存证据", happened="preserved_on")

preserved_on = PRESERVATION.day("preserved_on", "登记保存日", source="先行登记保存通知书")
preserved_things = PRESERVATION.text("preserved_things", "保存物品", source="先行登记保存清单")
preservation_approver = PRESERVATION.text(
    "preservation_approver", "批准人", "批准的负责人证号", source="先行登记保存审批表"
)
preservation_decided_on = PRESERVATION.day("preservation_decided_on", "作出处理决定日", source="先行登记保存处理决定")
preservation_result = PRESERVATION.text("preservation_result", "处理结果", source="先行登记保存处理决定")
preservation_asked_on = PRESERVATION.day("preservation_asked_on", "呈请登记保存日", source="先行登记保存审批表")
preservation_reason = PRESERVATION.text(
    "preservation_reason", "登记保存的理由", "证据为什么可能灭失或者以后难以取得", source="先行登记保存审批表"
)
preservation_granted = PRESERVATION.yesno("preservation_granted", "批准登记保存", source="先行登记保存审批表")
preservation_opinion = PRESERVATION.text("preservation_opinion", "登记保存审批意见", source="先行登记保存审批表")
preservation_no = PRESERVATION.text("preservation_no", "登记保存通知文号", source="先行登记保存通知书")
preservation_place = PRESERVATION.text("preservation_place", "保存地点和保管人", source="先行登记保存通知书")
preservation_end = PRESERVATION.code("preservation_end", "处理方式", PRESERVATION_ENDS, source="先行登记保存处理决定")

RECUSAL = Grain("recusal", "回避", "一次回避申请", happened="recusal_asked_on")

recusal_asked_on = RECUSAL.day("recusal_asked_on", "申请回避日", source="回避申请")
recusal_of = RECUSAL.text("recusal_of", "被申请回避人", "人员证号", source="回避申请")
recusal_ground = RECUSAL.text("recusal_ground", "申请理由", source="回避申请")
recusal_decided_on = RECUSAL.day("recusal_decided_on", "决定日", source="回避决定")
recusal_granted = RECUSAL.yesno("recusal_granted", "决定回避", source="回避决定")
recusal_decider = RECUSAL.text("recusal_decider", "决定人", "负责人证号", source="回避决定")
