"""送达、缴款、公开、报备：决定之后。每一行指明所属的决定。"""

from .codes import COLLECTORS, SERVICE_METHODS, SIGNING
from .vocabulary import Grain

SERVICE = Grain("service", "送达", "处罚决定书的一次送达", happened="served_on")

served_on = SERVICE.day("served_on", "送达日", source="送达回证")
served_decision = SERVICE.text("served_decision", "所送达的决定", "决定行号", source="送达回证")
service_method = SERVICE.code("service_method", "送达方式", SERVICE_METHODS, source="送达回证")
service_place = SERVICE.text("service_place", "送达地点", source="送达回证")
receipt_signed = SERVICE.code("receipt_signed", "回证签收", SIGNING, source="送达回证")
receipt_witness = SERVICE.text(
    "receipt_witness", "见证人或者送达凭证", "留置、邮寄、公告、电子送达的证明", source="送达回证"
)
visit_form_served = SERVICE.yesno("visit_form_served", "同时送达回访意见表", source="送达回证")
visit_form_signed = SERVICE.yesno("visit_form_signed", "意见表在回证上签收", "签收或者注明拒签", source="送达回证")

PAYMENT = Grain("payment", "缴款", "一次罚没款缴纳", happened="paid_on")

paid_on = PAYMENT.day("paid_on", "缴款日", source="罚没票据")
paid_decision = PAYMENT.text("paid_decision", "所缴的决定", "决定行号", source="罚没票据")
paid = PAYMENT.fen("paid", "缴纳罚没款", source="罚没票据")
surcharge = PAYMENT.fen("surcharge", "加处罚款", source="罚没票据")
collected_by = PAYMENT.code("collected_by", "收缴方式", COLLECTORS, source="罚没票据")
payment_receipt = PAYMENT.text("payment_receipt", "票据号码", source="罚没票据")

PUBLICATION = Grain("publication", "结果公开", "处罚决定的一次公开", happened="published_on")

published_on = PUBLICATION.day("published_on", "公开日", source="公开登记")
published_decision = PUBLICATION.text("published_decision", "所公开的决定", "决定行号", source="公开登记")
published_where = PUBLICATION.text("published_where", "公开渠道", source="公开登记")
withdrawn_on = PUBLICATION.day("withdrawn_on", "撤回公开日", source="撤回登记")
withdrawal_reason = PUBLICATION.text("withdrawal_reason", "公开说明的撤回理由", source="撤回登记")

EXEMPTION = Grain("exemption", "不予公开", "处罚决定依法不予公开的认定", happened="exempted_on")

exempted_on = EXEMPTION.day("exempted_on", "认定日", source="不予公开审批")
exempted_decision = EXEMPTION.text("exempted_decision", "所涉决定", "决定行号", source="不予公开审批")
exemption_ground = EXEMPTION.text("exemption_ground", "不予公开理由", source="不予公开审批")

REPORT = Grain("report", "重大处罚备案", "重大处罚决定的一次报送备案", happened="reported_on")

reported_on = REPORT.day("reported_on", "报送日", source="重大行政处罚备案登记")
reported_decision = REPORT.text("reported_decision", "所报送的决定", "决定行号", source="重大行政处罚备案登记")
report_to = REPORT.text("report_to", "备案审查机关", source="重大行政处罚备案登记")
