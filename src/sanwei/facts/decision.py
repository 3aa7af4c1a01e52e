"""决定：一份处罚（或者不予处罚）决定一行。一案两决定有两行，前一行的备案、送达不能抵充后一行。"""

from .codes import DECISION_KINDS, DISCRETION_GRADES, NO_PENALTY_GROUNDS, PENALTY_KINDS
from .vocabulary import Grain

DECISION = Grain("decision", "处罚决定", "一份处罚决定", happened="drafted_on")

drafted_on = DECISION.day("drafted_on", "拟稿日", source="处罚决定审批表")
decided_on = DECISION.day("decided_on", "作出决定日", "负责人签发之日", source="行政处罚决定书")
decider_no = DECISION.text("decider_no", "签发人", "签发负责人证号", source="处罚决定审批表")
decision_no = DECISION.text("decision_no", "决定书文号", source="行政处罚决定书")
decision_kind = DECISION.code("decision_kind", "决定种类", DECISION_KINDS, source="行政处罚决定书")
decided_party = DECISION.text(
    "decided_party", "决定所对的当事人", "共同当事人的行号；空为首位当事人", source="行政处罚决定书"
)
no_penalty_ground = DECISION.code(
    "no_penalty_ground", "不予处罚的理由", NO_PENALTY_GROUNDS, source="不予行政处罚决定书"
)
decision_grade = DECISION.code("decision_grade", "裁量档次", DISCRETION_GRADES, source="处罚决定审批表")
on_the_spot = DECISION.yesno("on_the_spot", "当场作出", "简易程序当场处罚决定", source="当场处罚决定书")
named_body = DECISION.text(
    "named_body", "以谁的名义", "决定书署名的机关代码；受委托组织以委托机关的名义", source="行政处罚决定书"
)
decision_officers = DECISION.words("decision_officers", "承办执法人员", "证号", source="行政处罚决定书")
cited_evidence = DECISION.words("cited_evidence", "据以定案的证据", "证据行号", source="行政处罚决定书")
penalty_kinds = DECISION.words(
    "penalty_kinds", "处罚种类", "处罚种类代码，可并处多种", codes=PENALTY_KINDS, source="行政处罚决定书"
)
heaviest_kind = DECISION.code("heaviest_kind", "最重的处罚种类", PENALTY_KINDS, source="行政处罚决定书")
fine = DECISION.fen("fine", "罚款", source="行政处罚决定书")
confiscation = DECISION.fen("confiscation", "没收金额", "没收违法所得、非法财物折价合计", source="行政处罚决定书")
penalty_from = DECISION.day(
    "penalty_from", "执行起日", "暂扣、停产停业、限制的起日", source="行政处罚决定书", foretold=True
)
penalty_until = DECISION.day(
    "penalty_until", "执行止日", "暂扣、停产停业、限制的止日", source="行政处罚决定书", foretold=True
)
restriction_terms = DECISION.text("restriction_terms", "停业、限制的范围", "停什么、限制什么", source="行政处罚决定书")
licence_named = DECISION.text(
    "licence_named", "所涉许可证件", "名称和编号；降低资质等级的写明降为哪一级", source="行政处罚决定书"
)
confiscated_things = DECISION.text("confiscated_things", "没收物品清单", "名称、规格、数量", source="没收物品清单")
fine_least = DECISION.fen("fine_least", "法定罚款下限", "依据条款对该类当事人规定的下限", source="职权事项")
fine_most = DECISION.fen("fine_most", "法定罚款上限", "依据条款对该类当事人规定的上限；空为不设上限", source="职权事项")
facts_found = DECISION.text("facts_found", "认定的事实和证据", source="行政处罚决定书")
facts_beyond_notice = DECISION.yesno(
    "facts_beyond_notice", "认定了告知之外的事实", "最近一次告知书没有写明、对当事人不利的事实", source="处罚决定审批表"
)
decision_basis = DECISION.words("decision_basis", "处罚依据", "条款编号", source="行政处罚决定书")
detention_empowered = DECISION.yesno(
    "detention_empowered", "职权事项规定了行政拘留", "只有公安机关和法律规定的其他机关的职权事项才有", source="职权事项"
)
lightening_cited = DECISION.words(
    "lightening_cited", "引用的从轻、减轻条款", "处罚依据中从轻、减轻处罚的条款", source="法律包"
)
exempting_cited = DECISION.words("exempting_cited", "引用的不予处罚条款", "处罚依据中不予处罚的条款", source="法律包")
reasons = DECISION.text("reasons", "裁量理由", "为什么给予这一幅度的处罚", source="行政处罚决定书")
answer_to_defence = DECISION.text(
    "answer_to_defence", "对申辩的回应", "对陈述申辩采纳与否及理由", source="行政处罚决定书"
)
correction_terms = DECISION.text("correction_terms", "责令改正内容", source="行政处罚决定书")
causes = DECISION.text("causes", "违法成因分析", source="行政处罚决定书")
advice = DECISION.text("advice", "整改指导意见", source="行政处罚决定书")
fined_looked_on = DECISION.day(
    "fined_looked_on", "查对以往罚款之日", "在登记的案件中查对同一行为是否已经罚过款", source="案件登记系统"
)
fined_before = DECISION.count(
    "fined_before",
    "可能是同一行为的罚款决定",
    "其他案件中对同一当事人的、未撤销的罚款决定，事项或者时间地点相同",
    unit="件",
    source="案件登记系统",
)
fined_before_numbers = DECISION.text("fined_before_numbers", "可能是同一行为的案号", source="案件登记系统")
fined_before_other = DECISION.text(
    "fined_before_other", "不是同一行为的理由", "与查对到的案件为什么不是同一个违法行为", source="处罚决定审批表"
)
remedies_told = DECISION.yesno("remedies_told", "已告知救济途径", "复议、诉讼的途径和期限", source="行政处罚决定书")
deferral_approved_on = DECISION.day("deferral_approved_on", "批准延期、分期缴纳日", source="延期（分期）缴纳审批表")
revoked_on = DECISION.day("revoked_on", "撤销日", "决定被撤销、变更、确认违法或者无效之日", source="撤销、变更决定书")
changes_decision = DECISION.text(
    "changes_decision", "所变更的决定", "本决定是变更决定的，原决定的行号", source="变更行政处罚决定书"
)
reported_to_body_on = DECISION.day(
    "reported_to_body_on", "报所属机关备案日", "当场处罚决定报所属机关备案之日", source="当场处罚备案登记"
)
