"""检测、检验、检疫、技术鉴定：一次委托一行。"""

from .vocabulary import Grain

TESTING = Grain("testing", "检测鉴定", "一次检测、检验、检疫或者技术鉴定", happened="test_from")
T = TESTING

test_from = T.day("test_from", "检测开始日", source="检测（鉴定）委托书")
test_of = T.text("test_of", "检测对象", "所属强制措施或者抽样的行号", source="检测（鉴定）委托书")
test_for_measure = T.yesno("test_for_measure", "属于强制措施期间的检测", source="检测（鉴定）委托书")
test_what = T.text("test_what", "检测项目", source="检测（鉴定）委托书")
test_house = T.text("test_house", "检测机构", source="检测（鉴定）委托书")
test_until = T.day(
    "test_until", "明确的检测届满日", "书面告知当事人的检测期间最后一日", source="检测期间告知书", foretold=True
)
test_told_on = T.day("test_told_on", "检测期间书面告知日", source="送达回证")
test_ended_on = T.day("test_ended_on", "检测完成日", source="检测（鉴定）报告")
test_result = T.text("test_result", "检测结果", source="检测（鉴定）报告")
test_charged = T.fen("test_charged", "向当事人收取的检测费用", "由机关承担，没有收取的填 0", source="检测（鉴定）报告")
result_told_on = T.day("result_told_on", "结果告知日", "检测结果和复检权利告知当事人之日", source="送达回证")
retest_asked_on = T.day("retest_asked_on", "申请复检日", source="复检申请")
retest_answer = T.text("retest_answer", "复检答复", "同意复检及复检结果，或者不予复检的理由", source="复检答复")
retest_ended_on = T.day("retest_ended_on", "复检答复日", source="复检答复")
