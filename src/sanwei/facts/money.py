"""缴款的方式、延期和分期、没收物品、催告和申请法院强制执行。"""

from .decision import DECISION
from .execution import PAYMENT
from .vocabulary import Grain

SPOT_GROUNDS = {
    "small": "当场处罚，数额较小",
    "hard_after": "当场处罚，不当场收缴事后难以执行",
    "remote": "边远、水上、交通不便，当事人缴款确有困难并自己提出",
}
DEFERRAL_KINDS = {"postponed": "延期", "instalments": "分期"}
GOODS_ENDS = {
    "auction": "公开拍卖",
    "treasury": "交财政部门处理",
    "destroyed": "销毁",
    "handed_over": "移交有关主管部门",
    "returned": "依法退还",
}
COURT_RESULTS = {
    "granted": "裁定准予执行",
    "executed": "执行完毕",
    "not_accepted": "不予受理",
    "refused": "裁定不准予执行",
    "ended": "终结执行",
}

payment_code = DECISION.text("payment_code", "缴款码", "缴款通知上的缴款码或者通知书编号", source="缴款通知")
payment_bank = DECISION.text("payment_bank", "代收银行", "银行网点或者电子支付渠道", source="缴款通知")
payment_told_on = DECISION.day("payment_told_on", "缴款通知日", source="缴款通知")

spot_ground = PAYMENT.code("spot_ground", "当场收缴理由", SPOT_GROUNDS, source="罚没票据")
official_receipt = PAYMENT.yesno("official_receipt", "出具财政专用票据", source="罚没票据")
collector_no = PAYMENT.text("collector_no", "收缴人", "当场收缴的执法人员证号", source="罚没票据")
handed_in_on = PAYMENT.day(
    "handed_in_on", "交到机关日", "执法人员把当场收缴的罚款交到机关的日期", source="罚款交接登记"
)
banked_on = PAYMENT.day("banked_on", "缴付银行日", "机关把当场收缴的罚款缴付银行的日期", source="银行回单")

DEFERRAL = Grain("deferral", "延期、分期缴纳", "当事人的一次延期、分期申请及其处理", happened="deferral_asked_on")

deferral_of = DEFERRAL.text("deferral_of", "所涉决定", "决定行号", source="延期（分期）缴纳审批表")
deferral_asked_on = DEFERRAL.day("deferral_asked_on", "申请日", source="延期（分期）缴纳申请")
deferral_kind = DEFERRAL.code("deferral_kind", "申请事项", DEFERRAL_KINDS, source="延期（分期）缴纳审批表")
deferral_reason = DEFERRAL.text("deferral_reason", "经济困难的情况", source="延期（分期）缴纳申请")
deferral_plan = DEFERRAL.text("deferral_plan", "缴纳安排", "每期的日期和金额", source="延期（分期）缴纳审批表")
deferral_opinion = DEFERRAL.text("deferral_opinion", "承办人意见", source="延期（分期）缴纳审批表")
deferral_decided_on = DEFERRAL.day("deferral_decided_on", "审批日", source="延期（分期）缴纳审批表")
deferral_granted = DEFERRAL.yesno("deferral_granted", "批准", source="延期（分期）缴纳审批表")
deferral_answer = DEFERRAL.text("deferral_answer", "审批意见", source="延期（分期）缴纳审批表")
deferral_until = DEFERRAL.day("deferral_until", "最后一期的日期", source="延期（分期）缴纳审批表", foretold=True)
deferral_no = DEFERRAL.text("deferral_no", "通知书文号", source="延期（分期）缴纳通知书")
deferral_served_on = DEFERRAL.day("deferral_served_on", "通知书送达日", source="送达回证")

INSTALMENT = Grain("instalment", "分期", "批准延期、分期之后应缴的一期")

instalment_of = INSTALMENT.text("instalment_of", "所涉决定", "决定行号", source="延期（分期）缴纳通知书")
instalment_on = INSTALMENT.day(
    "instalment_on", "应缴日", "本期的最后一日", source="延期（分期）缴纳通知书", foretold=True
)
instalment_fen = INSTALMENT.fen("instalment_fen", "本期金额", source="延期（分期）缴纳通知书")
instalment_total = INSTALMENT.fen(
    "instalment_total", "累计应缴", "到本期为止累计应当缴纳的数额，含批准之前已缴的", source="延期（分期）缴纳通知书"
)

GOODS = Grain("goods", "没收物品", "一种没收的物品，从入库到处理完毕", happened="goods_received_on")

goods_of = GOODS.text("goods_of", "所涉决定", "决定行号", source="没收物品清单")
goods_received_on = GOODS.day("goods_received_on", "入库日", source="没收物品清单")
goods_title = GOODS.text("goods_title", "名称、规格", source="没收物品清单")
goods_quantity = GOODS.text("goods_quantity", "数量", "连同单位", source="没收物品清单")
goods_place = GOODS.text("goods_place", "保管地点", source="没收物品清单")
goods_keeper = GOODS.text("goods_keeper", "保管人", source="没收物品清单")
goods_end = GOODS.code("goods_end", "处理方式", GOODS_ENDS, source="没收物品处理记录")
goods_disposed_on = GOODS.day("goods_disposed_on", "处理日", source="没收物品处理记录")
goods_officers = GOODS.words("goods_officers", "处理人员", "证号", source="没收物品处理记录")
goods_record = GOODS.text("goods_record", "处理经过", source="没收物品处理记录")
goods_proceeds = GOODS.fen("goods_proceeds", "处理所得", "拍卖等所得的款项", source="没收物品处理记录")
goods_banked_on = GOODS.day("goods_banked_on", "所得上缴国库日", source="非税收入缴款凭证")

ENFORCEMENT = Grain("enforcement", "催告与强制执行", "一次催告及其后的强制执行申请", happened="reminded_on")

enforced_decision = ENFORCEMENT.text("enforced_decision", "所涉决定", "决定行号", source="催告书")
reminded_on = ENFORCEMENT.day("reminded_on", "催告日", source="催告书")
reminder_no = ENFORCEMENT.text("reminder_no", "催告书文号", source="催告书")
reminder_sum = ENFORCEMENT.fen("reminder_sum", "催告缴纳的罚没款", source="催告书")
reminder_surcharge = ENFORCEMENT.fen("reminder_surcharge", "催告缴纳的加处罚款", source="催告书")
reminder_reckoned = ENFORCEMENT.text("reminder_reckoned", "加处罚款的计算", source="催告书")
reminder_served_on = ENFORCEMENT.day("reminder_served_on", "催告书送达日", source="送达回证")
applied_on = ENFORCEMENT.day("applied_on", "申请强制执行日", source="强制执行申请书")
applied_no = ENFORCEMENT.text("applied_no", "申请书文号", source="强制执行申请书")
applied_court = ENFORCEMENT.text("applied_court", "受理申请的法院", source="强制执行申请书")
applied_sum = ENFORCEMENT.fen("applied_sum", "申请执行的罚没款", source="强制执行申请书")
applied_surcharge = ENFORCEMENT.fen("applied_surcharge", "申请执行的加处罚款", source="强制执行申请书")
applied_reckoned = ENFORCEMENT.text("applied_reckoned", "加处罚款的计算", source="强制执行申请书")
applied_by = ENFORCEMENT.text("applied_by", "签名的负责人", "证号", source="强制执行申请书")
party_said = ENFORCEMENT.text("party_said", "当事人的意见", "收到催告之后说了什么", source="强制执行申请书")
court_result = ENFORCEMENT.code("court_result", "法院处理结果", COURT_RESULTS, source="人民法院裁定书")
court_result_on = ENFORCEMENT.day("court_result_on", "结果日", source="人民法院裁定书")
court_result_no = ENFORCEMENT.text("court_result_no", "裁定书案号", source="人民法院裁定书")
