"""Code lists of the vocabulary: code → 中文名. Order matters where it says so."""

PROCEDURES = {"ordinary": "普通程序", "summary": "简易程序"}
CASE_FIELDS = {
    "safety": "安全生产",
    "food_drug": "食品药品",
    "resources_environment": "资源环境",
    "public_order": "社会治安",
}
LEAD_SOURCES = {
    "inspection": "现场检查",
    "complaint": "投诉",
    "report": "举报",
    "assigned": "上级交办",
    "transferred": "移送",
    "media": "媒体曝光",
    "other": "其他",
}
PARTY_KINDS = {"person": "公民", "sole_trader": "个体工商户", "organisation": "法人或者其他组织"}
CLOSING_GROUNDS = {
    "executed": "处罚决定执行完毕",
    "no_penalty": "不予行政处罚",
    "court_enforced": "已申请人民法院强制执行",
    "impossible": "无法执行，已经终结执行",
    "transferred": "移送其他机关",
    "revoked": "决定已经撤销，不再处理",
    "other": "其他依法结案",
}
EXTENSION_GROUNDS = {
    "complex": "案情复杂",
    "very_complex": "案情特别复杂，再次延期",
    "other": "其他原因",
}
STOP_KINDS = {"excluded": "不计入办案期限", "suspended": "中止调查"}
# Grounds of what is not counted, then grounds of a suspension.
STOP_GROUNDS = {
    "hearing": "听证",
    "testing": "检测、检验、检疫",
    "appraisal": "鉴定",
    "announcement": "公告",
    "assistance": "等待其他机关协助",
    "awaits_ruling": "等待相关案件的裁判或者其他行政决定",
    "awaits_reading": "等待有权机关对法律适用作出解释、确认",
    "force_majeure": "不可抗力，暂时无法调查",
    "party_missing": "当事人下落不明，暂时无法调查",
    "police": "移送公安机关处理",
    "dispute": "管辖争议正在处理",
    "other": "其他依法可以停止计算的情形",
}
TRANSFER_KINDS = {
    "body": "移送有管辖权的行政机关",
    "police": "涉嫌犯罪，移送公安机关",
    "discipline": "公职人员涉嫌违纪违法，移送纪检监察机关",
}
TRANSFER_RESULTS = {
    "accepted": "接收办理",
    "rejected": "退回，不予接收",
    "filed": "公安机关立案侦查",
    "not_filed": "公安机关不予立案",
    "returned": "不追究刑事责任，移送行政机关处理",
}
VIOLATION_STATES = {
    "once": "一次性的行为",
    "ended": "连续或者继续，已经终了",
    "going_on": "连续或者继续，发现时还没有终了",
}
DISPUTE_GROUNDS = {
    "place": "对违法行为发生地有争议",
    "level": "对级别管辖有争议",
    "first": "都已立案，对谁先立案有争议",
    "subject": "对职权划分有争议",
}
DISPUTE_RESULTS = {"ours": "由本机关管辖", "theirs": "由对方机关管辖", "failed": "协商不成"}
INFORMER_CHANNELS = {
    "visit": "来访",
    "phone": "电话",
    "letter": "信函",
    "online": "网络",
    "hotline": "政务服务热线",
    "other": "其他",
}
CONTACT_KINDS = {"inspection": "现场检查（勘验）", "questioning": "询问", "sampling": "抽样取证", "service": "现场送达"}
SIGNING = {"signed": "已签名", "refused_noted": "拒签并注明", "absent_noted": "不在场并注明", "unsigned": "未签名"}
EVIDENCE_KINDS = {
    "documentary": "书证",
    "physical": "物证",
    "audiovisual": "视听资料",
    "electronic": "电子数据",
    "testimony": "证人证言",
    "party_statement": "当事人的陈述",
    "expert_opinion": "鉴定意见",
    "site_record": "勘验笔录、现场笔录",
}
REVIEW_OUTCOMES = {"passed": "审核通过", "returned": "退回补正"}
DEFENCE_FORMS = {"oral": "口头", "written": "书面", "online": "网上", "waived": "书面放弃", "none": "期满未提出"}
PANEL_KINDS = {"persons_in_charge": "负责人集体讨论", "leadership": "领导班子会议", "case_committee": "案件审理委员会"}
DECISION_KINDS = {"penalty": "给予行政处罚", "no_penalty": "不予行政处罚", "transfer": "移送"}
SAID_HOW = {"written": "书面", "oral": "口头", "online": "网上"}
CLOSED_REASONS = {"state_secret": "国家秘密", "business_secret": "商业秘密", "privacy": "个人隐私"}
HEARING_ENDS = {"withdrawn": "当事人撤回要求", "absent": "无正当理由不到场", "left": "未经许可中途退场"}
MENTAL_STATES = {
    "sound": "能够辨认和控制",
    "impaired": "尚未完全丧失辨认或者控制能力",
    "unable": "不能辨认或者控制",
}
HARMS = {"none": "没有造成危害后果", "slight": "危害后果轻微", "real": "造成了危害后果"}
LENIENT_GROUNDS = {
    "relieved": "主动消除或者减轻危害后果",
    "coerced": "受他人胁迫或者诱骗",
    "confessed": "主动供述尚未掌握的违法行为",
    "merit": "配合查处有立功表现",
    "other": "法律、法规、规章规定的其他情形",
}
RESPONSIBILITIES = {"full": "应当处罚", "lighter": "从轻处罚", "mitigated": "减轻处罚", "none": "不予处罚"}
NO_PENALTY_GROUNDS = {
    "under_14": "不满十四周岁",
    "unable": "不能辨认或者控制自己行为",
    "minor_corrected": "违法行为轻微并及时改正，没有造成危害后果",
    "first_offence": "初次违法，危害后果轻微并及时改正",
    "no_fault": "当事人证明没有主观过错",
    "not_established": "违法事实不能成立",
}
DISCRETION_GRADES = {"ordinary": "一般", "lighter": "从轻", "mitigated": "减轻", "heavier": "从重"}
EDUCATION_KINDS = {
    "taught": "当面教育",
    "interview": "约谈提醒",
    "written": "书面告诫",
    "guided": "整改指导",
    "guardian": "责令监护人管教",
    "guardian_care": "责令监护人看管、治疗",
}
REVISION_KINDS = {"corrected": "更正、补正", "changed": "变更", "revoked": "撤销"}
REVISION_ORIGINS = {
    "self": "本机关自行纠正",
    "superior": "上级机关、监督机构责令",
    "review": "行政复议决定",
    "court": "人民法院裁判",
}
REVISION_FAULTS = {
    "clerical": "文字、计算错误或者遗漏",
    "facts": "主要事实不清、证据不足",
    "party": "当事人认定错误",
    "law": "适用依据错误",
    "procedure": "违反法定程序",
    "power": "超越职权、滥用职权",
    "unfair": "明显不当",
}
# Light → heavy; statistics count a case once under its heaviest kind.
PENALTY_KINDS = {
    "warning": "警告",
    "censure": "通报批评",
    "fine": "罚款",
    "confiscation": "没收违法所得、没收非法财物",
    "suspend_licence": "暂扣许可证件",
    "downgrade": "降低资质等级",
    "restrict_business": "限制开展生产经营活动",
    "suspend_business": "责令停产停业",
    "close": "责令关闭",
    "restrict_profession": "限制从业",
    "revoke_licence": "吊销许可证件",
    "detention": "行政拘留",
}
HEARING_KINDS = ("downgrade", "revoke_licence", "suspend_business", "close", "restrict_profession")
MAJOR_RISK_KINDS = ("detention", "suspend_business", "revoke_licence", "close")
SERVICE_METHODS = {
    "direct": "直接送达",
    "left": "留置送达",
    "entrusted": "委托送达",
    "mail": "邮寄送达",
    "public_notice": "公告送达",
    "electronic": "电子送达",
}
COLLECTORS = {"bank": "银行或者电子支付", "on_the_spot": "当场收缴", "body": "机关自行收缴"}
ACTOR_ROLES = {
    "officer": "执法人员",
    "section_head": "执法机构负责人",
    "reviewer": "法制审核人员",
    "leader": "行政机关负责人",
    "panel_member": "集体讨论成员",
    "chair": "听证主持人",
    "recorder": "记录人",
    "supervisor": "执法监督人员",
}
BODY_KINDS = {
    "organ": "行政机关",
    "authorised": "法律法规授权的组织",
    "entrusted": "受委托组织",
    "government": "人民政府",
}
RETENTIONS = {"permanent": "永久", "long": "定期（长）", "short": "定期（短）"}
LEVELS = {"province": "省级", "city": "市级", "county": "县级", "street": "乡镇（街道）"}
# 行政强制措施与涉案物品。
MEASURE_KINDS = {"seal": "查封", "seize": "扣押", "freeze": "冻结"}
MEASURE_ENDS = {
    "released": "解除并退还",
    "confiscated": "依法没收",
    "destroyed": "依法销毁",
    "transferred": "移送公安机关等",
    "court": "依法拍卖或者申请法院处理",
}
RELEASE_GROUNDS = {
    "no_violation": "当事人没有违法行为",
    "unrelated": "与违法行为无关",
    "decided": "已经作出处理决定，不再需要",
    "expired": "期限已经届满",
    "refused": "负责人认为不应当采取",
    "not_needed": "其他不再需要的情形",
}
PRESENCE = {"party": "当事人在场", "witness": "当事人不到场，邀请见证人", "nobody": "当事人、见证人都不在场"}
EXHIBIT_SOURCES = {"measure": "查封、扣押", "preservation": "先行登记保存", "sampling": "抽样取证"}
# 从取得到去向；最后五种是去向，之后不再有流转。
CUSTODY_STEPS = {
    "taken": "取得",
    "stored": "入库保管",
    "moved": "移库",
    "handed": "移交保管人",
    "entrusted": "委托第三人保管",
    "sent": "送检",
    "back": "检毕收回",
    "returned": "退还",
    "used": "检验耗用",
    "confiscated": "没收、拍卖处理",
    "destroyed": "销毁",
    "transferred": "移送",
}
CUSTODY_ENDS = ("returned", "used", "confiscated", "destroyed", "transferred")
PRESERVATION_ENDS = {
    "fixed": "证据已经固定，退还物品",
    "released": "不再需要，解除并退还",
    "seized": "依法查封、扣押",
    "confiscated": "依法没收",
    "transferred": "移送有关机关",
}
# 期限届满之后仍然可以作出的处理：把物品还给当事人。
PRESERVATION_RELEASES = ("fixed", "released")
SAMPLE_ENDS = {"returned": "退还样品", "used": "检验耗用", "confiscated": "依法没收", "destroyed": "依法销毁"}
EXCLUSIONS = {"unlawful": "取得方式不合法", "untrue": "不真实", "unrelated": "与本案无关"}
RECUSAL_ANSWERS = {"none": "不申请回避", "asked": "申请回避"}
