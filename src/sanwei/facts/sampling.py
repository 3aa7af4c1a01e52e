"""抽样取证：一次抽样一行。"""

from .codes import SAMPLE_ENDS, SIGNING
from .vocabulary import Grain

SAMPLING = Grain("sampling", "抽样取证", "一次抽样取证", happened="sampled_on")
S = SAMPLING

sampling_asked_on = S.day("sampling_asked_on", "呈请抽样日", source="抽样取证审批表")
sampling_reason = S.text("sampling_reason", "抽样理由", "要查明什么", source="抽样取证审批表")
sampling_target = S.text("sampling_target", "抽样对象", "从哪一批物品中抽取", source="抽样取证审批表")
sampling_granted = S.yesno("sampling_granted", "批准抽样", source="抽样取证审批表")
sampling_ruled_on = S.day("sampling_ruled_on", "抽样审批日", source="抽样取证审批表")
sampling_approver = S.text("sampling_approver", "抽样批准人", "负责人证号", source="抽样取证审批表")
sampling_opinion = S.text("sampling_opinion", "抽样审批意见", source="抽样取证审批表")
sampled_on = S.day("sampled_on", "抽样日", source="抽样取证通知书")
sampled_at = S.text("sampled_at", "抽样时间", "时：分", source="抽样取证通知书")
sampling_place = S.text("sampling_place", "抽样地点", source="抽样取证通知书")
sampling_method = S.text("sampling_method", "抽样方法", "怎样抽取、抽取比例", source="抽样取证通知书")
sampling_officers = S.words("sampling_officers", "抽样人员", "执法人员证号", source="抽样取证通知书")
samples_sealed = S.yesno("samples_sealed", "样品当场封存", "加封并由各方签名", source="抽样取证通知书")
sampling_signed = S.code("sampling_signed", "抽样记录签名", SIGNING, source="抽样取证通知书")
sampling_witness = S.text("sampling_witness", "抽样见证人", "拒签、不在场的必须有", source="抽样取证通知书")
sampling_told_on = S.day("sampling_told_on", "抽样通知书交付日", source="抽样取证通知书")
sampling_no = S.text("sampling_no", "抽样通知文号", source="抽样取证通知书")
sampling_settled_on = S.day("sampling_settled_on", "样品处理日", source="抽样取证物品处理通知书")
sampling_end = S.code("sampling_end", "样品处理方式", SAMPLE_ENDS, source="抽样取证物品处理通知书")
sampling_end_note = S.text("sampling_end_note", "样品处理说明", source="抽样取证物品处理通知书")
