"""签回、归档、导出：案件办结前后的案卷。"""

from .case import CASE
from .codes import RETENTIONS
from .vocabulary import Grain

SCAN = Grain("scan", "签回文书", "一份文书签字、盖章之后扫描附回；再次附回的另作一行", happened="signed_back_on")

signed_back_on = SCAN.day("signed_back_on", "签回日", "文书上签字、盖章完成之日", source="签字盖章的文书原件")
scan_document = SCAN.text("scan_document", "所签的文书", "文书标识", source="签字盖章的文书原件")
scan_title = SCAN.text("scan_title", "文书名称", source="签字盖章的文书原件")
scan_version = SCAN.count("scan_version", "第几次签回", "同一份文书第几次附回扫描件", unit="次", source="扫描件登记")
scan_pages = SCAN.count("scan_pages", "扫描件页数", unit="页", source="扫描件登记")
scan_files = SCAN.words("scan_files", "扫描件", "附件标识", source="扫描件登记")
scan_digests = SCAN.words("scan_digests", "扫描件校验值", "逐个文件的 SHA-256", source="扫描件登记")
scan_note = SCAN.text("scan_note", "签字情况", "拒签、代签等需要说明的情况", source="扫描件登记")

archived_on = CASE.day("archived_on", "归档日", "案卷编目装订、移交归档之日", source="案卷备考表")
archive_no = CASE.text("archive_no", "案卷号", source="案卷封面")
archive_papers = CASE.count("archive_papers", "卷内文件件数", unit="件", source="卷内目录")
archive_pages = CASE.count("archive_pages", "正卷页数", unit="页", source="卷内目录")
archive_second_pages = CASE.count("archive_second_pages", "副卷页数", unit="页", source="卷内目录")
archive_unsigned = CASE.count(
    "archive_unsigned",
    "应签未签回的文书件数",
    "文书格式要求签字、盖章，归档时还没有附回扫描件的件数",
    unit="件",
    source="卷内目录",
)
archive_unpaged = CASE.count(
    "archive_unpaged", "没有编上页号的文件件数", "归档时无法数出页数的件数", unit="件", source="卷内目录"
)
archive_note = CASE.text("archive_note", "卷内情况说明", "缺件、破损、替代等情况", source="案卷备考表")
retention = CASE.code("retention", "保管期限", RETENTIONS, source="案卷封面")
retention_from = CASE.day("retention_from", "保管期限起算的决定日", "据以计算保管期限的处罚决定日期", source="案卷封面")
retained_until = CASE.day("retained_until", "保管到期日", "永久保管的为空", source="案卷封面", foretold=True)

EXPORT = Grain("export", "案卷导出", "一次把整件案卷导出系统之外", happened="exported_on")

exported_on = EXPORT.day("exported_on", "导出日", source="导出登记")
export_reason = EXPORT.text("export_reason", "导出事由", source="导出登记")
export_to = EXPORT.text("export_to", "提供给谁", source="导出登记")
export_personal = EXPORT.yesno("export_personal", "含个人信息", "没有隐去证件号码、电话、住址的为是", source="导出登记")
export_ground = EXPORT.text("export_ground", "提供个人信息的依据", source="导出登记")
export_by = EXPORT.text("export_by", "导出人", "人员编码", source="导出登记")
