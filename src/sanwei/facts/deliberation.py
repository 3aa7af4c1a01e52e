"""审核、评估、告知、申辩、听证、集体讨论：决定之前的各道关口。"""

from .codes import (
    CLOSED_REASONS,
    DEFENCE_FORMS,
    HEARING_ENDS,
    PANEL_KINDS,
    PENALTY_KINDS,
    REVIEW_OUTCOMES,
    SAID_HOW,
    SIGNING,
)
from .vocabulary import Grain

REVIEW = Grain("review", "法制审核", "一次法制审核", happened="reviewed_on")

review_asked_on = REVIEW.day("review_asked_on", "送审日", source="法制审核意见书")
reviewed_on = REVIEW.day("reviewed_on", "审核日", source="法制审核意见书")
review_outcome = REVIEW.code("review_outcome", "审核结论", REVIEW_OUTCOMES, source="法制审核意见书")
review_opinion = REVIEW.text("review_opinion", "审核意见", source="法制审核意见书")
reviewer_no = REVIEW.text("reviewer_no", "审核人", "审核人证号", source="法制审核意见书")

ASSESSMENT = Grain("assessment", "风险评估", "一次重大执法事项风险评估", happened="assessed_on")

assessed_on = ASSESSMENT.day("assessed_on", "评估日", source="风险评估报告")
legality_assessed = ASSESSMENT.yesno("legality_assessed", "评估了合法性", source="风险评估报告")
stability_assessed = ASSESSMENT.yesno("stability_assessed", "评估了社会稳定", source="风险评估报告")
safety_assessed = ASSESSMENT.yesno("safety_assessed", "评估了公共安全", source="风险评估报告")
risk_conclusion = ASSESSMENT.text("risk_conclusion", "评估结论", source="风险评估报告")
risk_measures = ASSESSMENT.text("risk_measures", "防控措施", source="风险评估报告")

NOTICE = Grain("notice", "事先告知", "一次处罚事先告知（送达当事人）", happened="noticed_on")

noticed_party = NOTICE.text(
    "noticed_party", "所告知的当事人", "共同当事人的行号；空为首位当事人", source="行政处罚事先告知书"
)
noticed_on = NOTICE.day("noticed_on", "告知日", "告知书送达当事人之日", source="行政处罚事先告知书及送达回证")
notice_no = NOTICE.text("notice_no", "告知书文号", source="行政处罚事先告知书")
notice_content = NOTICE.text("notice_content", "拟处罚内容", source="行政处罚事先告知书")
notice_facts = NOTICE.text("notice_facts", "告知的事实、理由", source="行政处罚事先告知书")
notice_basis = NOTICE.words("notice_basis", "告知的依据", "条款编号", source="行政处罚事先告知书")
notice_fine = NOTICE.fen("notice_fine", "拟罚款", source="行政处罚事先告知书")
notice_confiscation = NOTICE.fen("notice_confiscation", "拟没收", source="行政处罚事先告知书")
notice_kinds = NOTICE.words("notice_kinds", "拟处罚种类", codes=PENALTY_KINDS, source="行政处罚事先告知书")
defence_right_told = NOTICE.yesno("defence_right_told", "已告知陈述申辩权", source="行政处罚事先告知书")
hearing_right_told = NOTICE.yesno("hearing_right_told", "已告知听证权", source="行政处罚事先告知书")
defence_until = NOTICE.day("defence_until", "陈述申辩截止日", source="行政处罚事先告知书", foretold=True)

DEFENCE = Grain("defence", "陈述申辩", "当事人的一次陈述、申辩（含书面放弃、期满未提出）", happened="defended_on")

defending_party = DEFENCE.text(
    "defending_party", "陈述申辩的当事人", "共同当事人的行号；空为首位当事人", source="陈述申辩笔录"
)
defended_on = DEFENCE.day("defended_on", "陈述申辩日", source="陈述申辩笔录")
defence_form = DEFENCE.code("defence_form", "方式", DEFENCE_FORMS, source="陈述申辩笔录")
defence_said = DEFENCE.text("defence_said", "陈述申辩内容", source="陈述申辩笔录")
defence_person = DEFENCE.text("defence_person", "陈述申辩人", "本人、法定代表人或者代理人", source="陈述申辩笔录")
defence_place = DEFENCE.text("defence_place", "地点", source="陈述申辩笔录")
defence_began = DEFENCE.text("defence_began", "开始时间", "时：分", source="陈述申辩笔录")
defence_reference = DEFENCE.text(
    "defence_reference", "网上提交的编号", "当事人从网上链接提交意见的回执编号", source="网上陈述申辩回执"
)
defence_signed = DEFENCE.code("defence_signed", "笔录签名", SIGNING, source="陈述申辩笔录")
reexamined_on = DEFENCE.day("reexamined_on", "复核日", source="陈述申辩复核意见")
defence_answer = DEFENCE.text("defence_answer", "复核意见", "采纳与否及理由", source="陈述申辩复核意见")
defence_adopted = DEFENCE.yesno("defence_adopted", "予以采纳", source="陈述申辩复核意见")

HEARING = Grain("hearing", "听证", "当事人的一次听证要求及其后", happened="hearing_asked_on")

hearing_party = HEARING.text(
    "hearing_party", "要求听证的当事人", "共同当事人的行号；空为首位当事人", source="听证申请书"
)
hearing_asked_on = HEARING.day("hearing_asked_on", "要求听证日", source="听证申请书")
hearing_asked_how = HEARING.code("hearing_asked_how", "要求方式", SAID_HOW, source="听证申请书")
hearing_request_reason = HEARING.text("hearing_request_reason", "要求听证的理由", source="听证申请书")
hearing_end_ground = HEARING.code("hearing_end_ground", "终止的原因", HEARING_ENDS, source="听证终止记录")
hearing_withdrawn_on = HEARING.day("hearing_withdrawn_on", "撤回听证要求日", source="撤回听证申请")
hearing_notified_on = HEARING.day("hearing_notified_on", "听证通知日", source="听证通知书")
hearing_set_for = HEARING.day("hearing_set_for", "定于听证日", source="听证通知书", foretold=True)
hearing_time = HEARING.text("hearing_time", "听证时间", "时：分", source="听证通知书")
hearing_place = HEARING.text("hearing_place", "听证地点", source="听证通知书")
hearing_public = HEARING.yesno(
    "hearing_public", "公开举行", "涉及国家秘密、商业秘密或者个人隐私的不公开", source="听证通知书"
)
hearing_closed_reason = HEARING.code("hearing_closed_reason", "不公开的理由", CLOSED_REASONS, source="听证通知书")
hearing_interpreter = HEARING.text("hearing_interpreter", "翻译人员", source="听证通知书")
hearing_recorder = HEARING.text("hearing_recorder", "听证记录员", "记录员证号", source="听证通知书")
hearing_held_on = HEARING.day("hearing_held_on", "举行听证日", source="听证笔录")
hearing_chair = HEARING.text("hearing_chair", "听证主持人", "主持人证号", source="听证笔录")
hearing_began = HEARING.text("hearing_began", "开始时间", "时：分", source="听证笔录")
hearing_ended = HEARING.text("hearing_ended", "结束时间", "时：分", source="听证笔录")
hearing_attended = HEARING.text("hearing_attended", "到场人员", "当事人、代理人、证人、第三人等", source="听证笔录")
hearing_agents = HEARING.count("hearing_agents", "当事人的代理人人数", unit="人", source="听证笔录")
hearing_accused = HEARING.text(
    "hearing_accused", "调查人员的陈述", "提出的事实、证据、依据和处罚建议", source="听证笔录"
)
hearing_defended = HEARING.text("hearing_defended", "当事人的申辩和质证", source="听证笔录")
hearing_closing = HEARING.text("hearing_closing", "双方最后陈述", source="听证笔录")
hearing_signed = HEARING.code("hearing_signed", "听证笔录签名", SIGNING, source="听证笔录")
hearing_reported_on = HEARING.day("hearing_reported_on", "听证报告日", source="听证报告")
hearing_findings = HEARING.text("hearing_findings", "听证查明的情况", source="听证报告")
hearing_advice = HEARING.text("hearing_advice", "主持人的处理意见", source="听证报告")
hearing_record = HEARING.text("hearing_record", "听证笔录摘要", source="听证笔录")

PANEL = Grain("panel", "集体讨论", "一次集体讨论", happened="panel_on")

panel_on = PANEL.day("panel_on", "讨论日", source="集体讨论笔录")
panel_began = PANEL.text("panel_began", "开始时间", "时：分", source="集体讨论笔录")
panel_place = PANEL.text("panel_place", "讨论地点", source="集体讨论笔录")
panel_recorder = PANEL.text("panel_recorder", "记录人", "记录人姓名", source="集体讨论笔录")
panel_chair = PANEL.text("panel_chair", "主持人", "主持人证号", source="集体讨论笔录")
panel_kind = PANEL.code("panel_kind", "讨论组织形式", PANEL_KINDS, source="集体讨论笔录")
panel_members = PANEL.words("panel_members", "参加讨论的负责人", "证号", source="集体讨论笔录")
panel_fine = PANEL.fen("panel_fine", "讨论决定的罚款", source="集体讨论笔录")
panel_against = PANEL.words("panel_against", "持不同意见的负责人", "证号", source="集体讨论笔录")
panel_conclusion = PANEL.text("panel_conclusion", "讨论结论", source="集体讨论笔录")
panel_dissent = PANEL.text("panel_dissent", "不同意见", source="集体讨论笔录")
