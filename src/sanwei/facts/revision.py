"""决定作出之后的更正、变更、撤销，以及随之而来的退还。每一行指明所针对的决定。"""

from .codes import REVISION_FAULTS, REVISION_KINDS, REVISION_ORIGINS
from .vocabulary import Grain

REVISION = Grain(
    "revision", "更正、变更、撤销", "对一份决定的一次更正、变更或者撤销，从呈报算起", happened="revision_asked_on"
)

revision_asked_on = REVISION.day("revision_asked_on", "呈报日", source="更正、变更、撤销审批表")
revised_decision = REVISION.text("revised_decision", "所针对的决定", "决定行号", source="更正、变更、撤销审批表")
revision_kind = REVISION.code("revision_kind", "处理方式", REVISION_KINDS, source="更正、变更、撤销审批表")
revision_origin = REVISION.code("revision_origin", "由谁提出", REVISION_ORIGINS, source="更正、变更、撤销审批表")
order_received_on = REVISION.day("order_received_on", "收到责令文书日", source="上级机关、监督机构的责令文书")
order_no = REVISION.text("order_no", "责令文书文号", source="上级机关、监督机构的责令文书")
revision_faults = REVISION.words(
    "revision_faults", "原决定的错误", codes=REVISION_FAULTS, source="更正、变更、撤销审批表"
)
revision_reason = REVISION.text("revision_reason", "理由", source="更正、变更、撤销审批表")
slip_from = REVISION.text("slip_from", "原来的文字", "有误或者遗漏的原文", source="更正通知书")
slip_to = REVISION.text("slip_to", "更正后的文字", source="更正通知书")
substance_untouched = REVISION.yesno(
    "substance_untouched", "不改变实质内容", "当事人、事实认定、处罚种类和数额都没有改变", source="更正通知书"
)
deal_anew = REVISION.yesno("deal_anew", "重新作出决定", "撤销之后重新处理本案", source="撤销决定书")
revision_refused_on = REVISION.day("revision_refused_on", "不予批准日", source="更正、变更、撤销审批表")
revision_opinion = REVISION.text("revision_opinion", "审批意见", source="更正、变更、撤销审批表")
revised_on = REVISION.day("revised_on", "批准日", "负责人批准更正、变更、撤销之日", source="更正、变更、撤销审批表")
revision_approver = REVISION.text("revision_approver", "批准人", "批准的负责人证号", source="更正、变更、撤销审批表")
revision_no = REVISION.text("revision_no", "文书文号", source="更正通知书、撤销决定书")
revision_served_on = REVISION.day("revision_served_on", "送达日", source="送达回证")
revision_receipt = REVISION.text("revision_receipt", "送达凭证", "签收人或者见证人、邮单号", source="送达回证")
change_filed_on = REVISION.day(
    "change_filed_on", "报告备案机关日", "把变更、撤销告知原备案审查机关之日", source="重大行政处罚备案登记"
)
change_filed_to = REVISION.text("change_filed_to", "报告的备案机关", source="重大行政处罚备案登记")

REFUND = Grain("refund", "退还", "一次罚没款的退还", happened="refunded_on")

refunded_on = REFUND.day("refunded_on", "退还日", source="退付凭证")
refunded_decision = REFUND.text("refunded_decision", "所退还的决定", "决定行号", source="退付凭证")
refund = REFUND.fen("refund", "退还数额", source="退付凭证")
refund_receipt = REFUND.text("refund_receipt", "退付凭证号码", source="退付凭证")
