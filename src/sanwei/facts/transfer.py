"""移送：向有管辖权的机关、公安机关、纪检监察机关移送案件或者线索。"""

from .codes import TRANSFER_KINDS, TRANSFER_RESULTS
from .vocabulary import Grain

TRANSFER = Grain("transfer", "移送", "一次移送，从呈报到接收机关答复", happened="transfer_asked_on")

transfer_asked_on = TRANSFER.day("transfer_asked_on", "呈报移送日", "提出移送书面报告之日", source="案件移送审批表")
transfer_kind = TRANSFER.code("transfer_kind", "移送种类", TRANSFER_KINDS, source="案件移送审批表")
transfer_to = TRANSFER.text("transfer_to", "接收机关", source="案件移送审批表")
transfer_reason = TRANSFER.text("transfer_reason", "移送理由", "查明的情况和应当移送的理由", source="案件移送审批表")
transfer_basis = TRANSFER.text("transfer_basis", "移送的依据", source="案件移送审批表")
transfer_materials = TRANSFER.text(
    "transfer_materials", "随案移送的材料", "调查报告、涉案物品清单、检验鉴定文书等，一行一件", source="案件移送审批表"
)
transfer_granted = TRANSFER.yesno("transfer_granted", "批准移送", source="案件移送审批表")
transfer_decided_on = TRANSFER.day("transfer_decided_on", "移送审批日", source="案件移送审批表")
transfer_decided_at = TRANSFER.text(
    "transfer_decided_at", "移送审批时刻", "二十四小时内移送公安机关的，从这一时刻起算", source="案件移送审批表"
)
transfer_approver = TRANSFER.text("transfer_approver", "移送审批人", "负责人证号", source="案件移送审批表")
transfer_opinion = TRANSFER.text("transfer_opinion", "移送审批意见", "不批准的，写明理由", source="案件移送审批表")
transfer_no = TRANSFER.text("transfer_no", "移送文书文号", source="移送函、涉嫌犯罪案件移送书")
transferred_on = TRANSFER.day("transferred_on", "移送日", "移送文书和材料送出之日", source="移送函、涉嫌犯罪案件移送书")
transferred_at = TRANSFER.text("transferred_at", "移送时刻", source="移送函、涉嫌犯罪案件移送书")
transfer_received_on = TRANSFER.day("transfer_received_on", "接收机关签收日", source="移送回执")
transfer_receiver = TRANSFER.text("transfer_receiver", "接收人", source="移送回执")
transfer_receipt = TRANSFER.text("transfer_receipt", "回执", "回执的文号或者编号", source="移送回执")
transfer_answered_on = TRANSFER.day("transfer_answered_on", "答复收到日", source="接收机关的答复文书")
transfer_result = TRANSFER.code("transfer_result", "接收机关的处理", TRANSFER_RESULTS, source="接收机关的答复文书")
transfer_answer = TRANSFER.text("transfer_answer", "答复文书", "名称、文号和主要内容", source="接收机关的答复文书")
items_handed_on = TRANSFER.day("items_handed_on", "涉案物品移交日", source="涉案物品移交清单")
items_handed = TRANSFER.text(
    "items_handed", "移交的物品和材料", "公安机关立案之后移交，一行一件", source="涉案物品移交清单"
)
