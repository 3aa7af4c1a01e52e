"""案件：从线索到归档，一案一行。"""

from .codes import CASE_FIELDS, CLOSING_GROUNDS, LEAD_SOURCES, PARTY_KINDS, PENALTY_KINDS, PROCEDURES, VIOLATION_STATES
from .vocabulary import Grain

CASE = Grain("case", "案件", "一条线索及由它而来的案件；一案一行", many=False)

body_code = CASE.text("body_code", "执法机关", "办理本案的执法机关代码", source="案件登记表")
power_code = CASE.text("power_code", "职权事项", "权责清单中的职权事项代码", source="案件登记表")
procedure = CASE.code("procedure", "程序", PROCEDURES, "简易程序或者普通程序", source="案件登记表")
case_field = CASE.code("case_field", "重点领域", CASE_FIELDS, "四个重点领域之一；不属于的为空", source="职权事项")
lead_source = CASE.code("lead_source", "线索来源", LEAD_SOURCES, source="案件来源登记表")
lead_on = CASE.day("lead_on", "收到线索日", "发现或者收到线索的日期", source="案件来源登记表")
informer_known = CASE.yesno("informer_known", "有可答复的举报人", "留有联系方式的投诉、举报人", source="案件来源登记表")
lead_from = CASE.text(
    "lead_from", "线索来自", "交办机关、移送机关、媒体名称；其他来源写明怎样得知", source="案件来源登记表"
)
lead_ref = CASE.text("lead_ref", "来源文号", "交办、移送文书的文号，报道的日期和版面（链接）", source="案件来源登记表")
merge_asked_on = CASE.day("merge_asked_on", "呈报并案日", source="并案审批表")
merge_reason = CASE.text("merge_reason", "并案理由", source="并案审批表")
merged_into = CASE.text("merged_into", "并入的案件", "案号", source="并案审批表")
merged_into_id = CASE.text("merged_into_id", "并入案件的标识", source="并案审批表")
merged_on = CASE.day("merged_on", "并案日", "负责人批准并入另一案之日", source="并案审批表")
merge_approver = CASE.text("merge_approver", "批准并案人", "负责人证号", source="并案审批表")
lead_refused_on = CASE.day("lead_refused_on", "决定不予立案日", source="不予立案审批表")
lead_answered_on = CASE.day(
    "lead_answered_on", "答复举报人日", "将立案或者不予立案的结果告知举报人的日期", source="答复记录"
)
violation_on = CASE.day(
    "violation_on", "违法行为发生日", "违法行为发生之日；连续、继续的，为终了之日", source="调查终结报告"
)
discovered_on = CASE.day("discovered_on", "发现违法行为日", "执法机关首次发现之日", source="案件来源登记表")
violation_state = CASE.code(
    "violation_state",
    "违法行为状态",
    VIOLATION_STATES,
    "还在继续的，追责期限还没有起算",
    source="案件来源登记表、调查终结报告",
)
place_in_area = CASE.yesno(
    "place_in_area", "发生地在本机关辖区", "违法行为发生地在本机关的管辖区域之内", source="立案审批表"
)
other_filed_by = CASE.text("other_filed_by", "也已立案的机关", "就同一违法行为立案的其他机关", source="立案审批表")
other_filed_on = CASE.day("other_filed_on", "其他机关立案日", source="立案审批表")
harms_life = CASE.yesno("harms_life", "涉及生命健康、金融安全且有危害后果", "是则追责期限较长", source="调查终结报告")
party_kind = CASE.code("party_kind", "当事人类别", PARTY_KINDS, source="案件来源登记表")
lead_place = CASE.text("lead_place", "违法行为发生地", source="案件来源登记表")
lead_summary = CASE.text("lead_summary", "线索摘要", source="案件来源登记表")
lead_refusal = CASE.text("lead_refusal", "不予立案理由", source="不予立案审批表")
filing_reason = CASE.text("filing_reason", "立案理由", source="立案审批表")
filing_asked_on = CASE.day("filing_asked_on", "呈报立案日", source="立案审批表")
filed_on = CASE.day("filed_on", "立案日", "负责人批准立案之日", source="立案审批表")
filing_approver = CASE.text("filing_approver", "批准立案人", "批准立案的负责人证号", source="立案审批表")
investigation_ended_on = CASE.day("investigation_ended_on", "调查终结日", source="调查终结报告")
complex_case = CASE.yesno("complex_case", "情节复杂", "调查终结时认定情节复杂", source="调查终结报告")
investigation_findings = CASE.text("investigation_findings", "查明的事实和证据", source="调查终结报告")
proposed_kinds = CASE.words("proposed_kinds", "拟处罚种类", codes=PENALTY_KINDS, source="调查终结报告")
proposed_reason = CASE.text("proposed_reason", "处理建议及理由", source="调查终结报告")
proposed_fine = CASE.fen("proposed_fine", "拟处罚款", "调查终结报告建议的罚款数额", source="调查终结报告")
correction_demanded = CASE.text("correction_demanded", "责令改正要求", source="责令改正通知书")
correction_ordered_on = CASE.day("correction_ordered_on", "责令改正日", source="责令改正通知书")
correct_by = CASE.day("correct_by", "改正期限届满日", source="责令改正通知书", foretold=True)
rechecked_on = CASE.day("rechecked_on", "改正复查日", source="改正复查记录")
corrected = CASE.yesno("corrected", "已改正", "复查认定违法行为已经改正", source="改正复查记录")
recheck_note = CASE.text("recheck_note", "复查情况", source="改正复查记录")
terminated_on = CASE.day("terminated_on", "销案日", "立案后依法终止办理之日", source="销案审批表")
closing_asked_on = CASE.day("closing_asked_on", "呈报结案日", source="结案审批表")
closing_note = CASE.text("closing_note", "执行情况", source="结案审批表")
termination_reason = CASE.text("termination_reason", "销案理由", source="销案审批表")
closed_on = CASE.day("closed_on", "结案日", "负责人批准结案之日", source="结案审批表")
closing_ground = CASE.code("closing_ground", "结案理由", CLOSING_GROUNDS, source="结案审批表")
