"""电子技术监控记录：一件证据是监控设备自动记录的，设备和记录都要审核，违法事实要告知当事人。"""

from .vocabulary import Grain

DEVICE = Grain("device", "电子技术监控记录", "由监控设备收集、固定的一件证据", happened="device_taken_on")

_REVIEW, _LIST = "设备审核意见", "监控设备登记表"
device_evidence = DEVICE.text("device_evidence", "所属证据", "证据行号", source="证据目录")
device_taken_on = DEVICE.day("device_taken_on", "记录日", "设备记录违法事实之日", source="监控记录")
device_no = DEVICE.text("device_no", "设备编号", source=_LIST)
device_place = DEVICE.text("device_place", "设置地点", source=_LIST)
device_law = DEVICE.text("device_law", "使用设备取证的依据", "允许使用的法律、行政法规及条款", source=_LIST)
device_law_reviewed_on = DEVICE.day("device_law_reviewed_on", "设备法制审核日", source=_REVIEW)
device_tech_reviewed_on = DEVICE.day(
    "device_tech_reviewed_on", "设备技术审核日", "符合标准、设置合理、标志明显", source=_REVIEW
)
device_published_on = DEVICE.day("device_published_on", "设置地点公布日", source="设置地点公告")
device_record_reviewed_on = DEVICE.day("device_record_reviewed_on", "记录内容审核日", source="记录审核意见")
device_record_reviewer = DEVICE.text("device_record_reviewer", "记录审核人", "执法证号", source="记录审核意见")
device_record_fit = DEVICE.yesno("device_record_fit", "记录符合要求", "真实、清晰、完整、准确", source="记录审核意见")
device_record_note = DEVICE.text("device_record_note", "审核说明", source="记录审核意见")
device_told_on = DEVICE.day(
    "device_told_on", "违法事实告知日", "通知当事人设备记录的违法事实之日", source="违法事实通知"
)
device_told_how = DEVICE.text(
    "device_told_how", "查询、申辩的途径", "当事人到哪里查看记录、怎样陈述申辩", source="违法事实通知"
)
