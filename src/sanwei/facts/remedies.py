"""行政复议和行政诉讼：期限、受理、答复、停止执行、结果。"""

from .decision import DECISION
from .vocabulary import Grain

REMEDY_KINDS = {"review": "行政复议", "suit": "行政诉讼（一审）", "appeal": "行政诉讼（二审）"}
REMEDY_RESULTS = {
    "upheld": "维持，或者驳回请求",
    "changed": "变更罚款数额",
    "revoked": "撤销",
    "unlawful": "确认违法或者无效",
    "act_anew": "撤销并责令重新作出",
    "withdrawn": "撤回申请、撤诉",
}

review_until = DECISION.day("review_until", "复议期限届满日", "自送达之日起算", source="送达回证", foretold=True)
suit_until = DECISION.day("suit_until", "起诉期限届满日", "自送达之日起算", source="送达回证", foretold=True)
remedies_until = DECISION.day(
    "remedies_until",
    "救济期限届满日",
    "复议、诉讼都不能再提起之日；正在复议、诉讼的为空",
    source="送达回证",
    foretold=True,
)
remedy_fine = DECISION.fen("remedy_fine", "复议、诉讼变更后的罚款", source="复议决定书、判决书")

REMEDY = Grain("remedy", "复议、诉讼", "针对一份决定的一次复议或者诉讼", happened="remedy_told_on")

remedy_of = REMEDY.text("remedy_of", "所涉决定", "决定行号", source="复议（诉讼）登记")
remedy_kind = REMEDY.code("remedy_kind", "种类", REMEDY_KINDS, source="复议（诉讼）登记")
remedy_began_on = REMEDY.day("remedy_began_on", "申请、起诉日", source="复议申请书、起诉状")
remedy_told_on = REMEDY.day("remedy_told_on", "收到副本日", "收到申请书、起诉状副本的日期", source="复议（诉讼）登记")
remedy_at = REMEDY.text("remedy_at", "复议机关、法院", source="复议（诉讼）登记")
remedy_no = REMEDY.text("remedy_no", "案号", source="受理、应诉通知书")
remedy_simple = REMEDY.yesno("remedy_simple", "复议简易程序", "适用简易程序审理的，答复期限较短", source="受理通知书")
remedy_answered_on = REMEDY.day("remedy_answered_on", "提交答复日", "提交答复和证据、依据的日期", source="答复书")
remedy_claim = REMEDY.text(
    "remedy_claim", "对方的请求和理由", "申请人、原告要求什么，为什么", source="复议申请书、起诉状"
)
remedy_reply = REMEDY.text("remedy_reply", "答复、答辩意见", "逐项回应对方的请求和理由", source="答复书、答辩状")
stay_ordered = REMEDY.yesno("stay_ordered", "决定停止执行", source="停止执行决定、裁定")
stayed_on = REMEDY.day("stayed_on", "停止执行日", source="停止执行决定、裁定")
stay_ground = REMEDY.text("stay_ground", "停止执行理由", source="停止执行决定、裁定")
remedy_ended_on = REMEDY.day("remedy_ended_on", "收到结果日", source="复议决定书、判决书")
remedy_result = REMEDY.code("remedy_result", "结果", REMEDY_RESULTS, source="复议决定书、判决书")
remedy_result_no = REMEDY.text("remedy_result_no", "结果文书案号", source="复议决定书、判决书")
remedy_result_note = REMEDY.text("remedy_result_note", "结果要点", source="复议决定书、判决书")
anew_until = REMEDY.day(
    "anew_until", "重新作出的期限", "结果文书要求重新作出决定的最后一日", source="复议决定书、判决书", foretold=True
)
