"""办案期限的延长与停止计算：每一次都有事由、文书和批准人。"""

from .codes import EXTENSION_GROUNDS, STOP_GROUNDS, STOP_KINDS
from .vocabulary import Grain

EXTENSION = Grain("extension", "延长办案期限", "一次延长办案期限的审批", happened="extension_asked_on")

extension_asked_on = EXTENSION.day("extension_asked_on", "呈报延长日", source="延期审批表")
extension_ground = EXTENSION.code("extension_ground", "延长事由", EXTENSION_GROUNDS, source="延期审批表")
extension_reason = EXTENSION.text("extension_reason", "延长理由", source="延期审批表")
extension_basis = EXTENSION.text(
    "extension_basis", "延长的依据", "允许延长办案期限的法律、法规、规章及条款", source="延期审批表"
)
extension_days = EXTENSION.count(
    "extension_days", "延长日数", "按自然日计，接在原到期日之后", unit="日", source="延期审批表"
)
extension_due_before = EXTENSION.day("extension_due_before", "原到期日", source="延期审批表", foretold=True)
extension_discussed = EXTENSION.yesno(
    "extension_discussed", "经负责人集体讨论", "再次延期要由负责人集体讨论决定", source="集体讨论笔录"
)
extension_granted = EXTENSION.yesno("extension_granted", "批准延长", source="延期审批表")
extension_decided_on = EXTENSION.day("extension_decided_on", "延长审批日", source="延期审批表")
extension_approver = EXTENSION.text("extension_approver", "延长审批人", "负责人证号", source="延期审批表")
extension_opinion = EXTENSION.text("extension_opinion", "延长审批意见", source="延期审批表")

STOP = Grain("stop", "期限停止计算", "办案期限停止计算的一段时间：不计入期限，或者中止调查", happened="stop_asked_on")

stop_asked_on = STOP.day("stop_asked_on", "呈报停止计算日", source="中止（不计入期限）审批表")
stop_kind = STOP.code("stop_kind", "停止计算种类", STOP_KINDS, source="中止（不计入期限）审批表")
stop_ground = STOP.code("stop_ground", "停止计算事由", STOP_GROUNDS, source="中止（不计入期限）审批表")
stop_reason = STOP.text("stop_reason", "停止计算理由", source="中止（不计入期限）审批表")
stop_basis = STOP.text(
    "stop_basis",
    "停止计算的依据",
    "规定不计入期限或者可以中止的法律、法规、规章及条款",
    source="中止（不计入期限）审批表",
)
stop_document = STOP.text(
    "stop_document",
    "证明文书",
    "证明事由的文书名称和文号，例如委托鉴定书、听证通知书",
    source="中止（不计入期限）审批表",
)
stop_due_before = STOP.day("stop_due_before", "停止前的到期日", source="中止（不计入期限）审批表", foretold=True)
stop_granted = STOP.yesno("stop_granted", "批准停止计算", source="中止（不计入期限）审批表")
stop_decided_on = STOP.day("stop_decided_on", "停止计算审批日", source="中止（不计入期限）审批表")
stop_approver = STOP.text("stop_approver", "停止计算审批人", "负责人证号", source="中止（不计入期限）审批表")
stop_opinion = STOP.text("stop_opinion", "停止计算审批意见", source="中止（不计入期限）审批表")
stopped_from = STOP.day("stopped_from", "停止计算之日", "从这一日起不计入办案期限", source="中止（不计入期限）审批表")
resumed_on = STOP.day("resumed_on", "恢复计算之日", "从这一日起重新计入办案期限", source="恢复办理审批表")
resume_reason = STOP.text("resume_reason", "恢复理由", "停止计算的事由怎样消除", source="恢复办理审批表")
resume_document = STOP.text("resume_document", "恢复的证明文书", "例如鉴定意见书、听证笔录", source="恢复办理审批表")
resume_approver = STOP.text("resume_approver", "批准恢复人", "负责人证号", source="恢复办理审批表")
