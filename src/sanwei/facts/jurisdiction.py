"""管辖争议：与谁争、争什么、协商的结果、指定管辖。"""

from .codes import DISPUTE_GROUNDS, DISPUTE_RESULTS
from .vocabulary import Grain

DISPUTE = Grain("dispute", "管辖争议", "与另一个机关的一次管辖争议", happened="dispute_on")

dispute_on = DISPUTE.day("dispute_on", "发生管辖争议日", source="管辖争议记录")
dispute_with = DISPUTE.text("dispute_with", "争议对方机关", source="管辖争议记录")
dispute_ground = DISPUTE.code("dispute_ground", "争议事由", DISPUTE_GROUNDS, source="管辖争议记录")
dispute_facts = DISPUTE.text("dispute_facts", "争议的情况", "双方各自的理由", source="管辖争议记录")
negotiated_on = DISPUTE.day("negotiated_on", "管辖协商日", source="协商记录")
negotiation_result = DISPUTE.code("negotiation_result", "协商结果", DISPUTE_RESULTS, source="协商记录")
negotiation_note = DISPUTE.text("negotiation_note", "协商情况", "参加人员、意见和结论", source="协商记录")
designation_asked_on = DISPUTE.day("designation_asked_on", "报请指定管辖日", source="报请指定管辖的函")
designation_asked_of = DISPUTE.text(
    "designation_asked_of", "报请的上级机关", "双方共同的上一级行政机关", source="报请指定管辖的函"
)
designation_common = DISPUTE.yesno(
    "designation_common", "是共同的上一级机关", "对本机关和争议对方都是上一级", source="报请指定管辖的函"
)
designation_reason = DISPUTE.text("designation_reason", "报请的理由", source="报请指定管辖的函")
designation_approver = DISPUTE.text("designation_approver", "批准报请人", "负责人证号", source="报请指定管辖的函")
designated_on = DISPUTE.day("designated_on", "指定管辖日", source="指定管辖的决定")
designated_to = DISPUTE.code("designated_to", "指定管辖结果", DISPUTE_RESULTS, source="指定管辖的决定")
designation_doc = DISPUTE.text("designation_doc", "指定管辖文书", "名称和文号", source="指定管辖的决定")
