"""The ways of cases whose term is prolonged, that go to another body, or whose jurisdiction is disputed."""

from __future__ import annotations

from . import answers_beside as g
from . import answers_clock as k
from . import answers_jurisdiction as j
from . import answers_leads as n
from . import answers_several as w
from . import answers_transfer as m
from .answers_exempt import joined
from .tracks import (
    BEGUN,
    CARRIED_OUT,
    ENDED,
    FILED,
    FOUND,
    ISSUED,
    LEAD,
    NOTICED,
    REVIEWED,
    SILENT,
    Step,
    Track,
)

# 延长一次、委托鉴定一次（不计入期限）、等待裁判中止一次的案件。
PROLONGED: Track = (
    *BEGUN,
    Step("request_assistance", after=0, says=g.assistance),
    Step("ask_stop", after=1, says=k.excluded),
    Step("decide_stop", "leader", 1, k.stop_granted),
    Step("resume_case", "leader", 6, k.resumed),
    Step("record_assistance", after=0, says=g.assisted),
    Step("ask_extension", after=1, says=k.extension),
    Step("decide_extension", "leader", 1, k.extension_granted),
    Step("ask_stop", after=1, says=k.suspension),
    Step("decide_stop", "leader", 1, k.stop_granted),
    Step("resume_case", "leader", 9, k.resumed),
    *ENDED,
    *REVIEWED,
    *NOTICED,
    *SILENT,
    *ISSUED,
    *CARRIED_OUT,
)
TO_POLICE: Track = (
    *BEGUN,
    Step("propose_transfer", after=2, says=m.to_police),
    Step("decide_transfer", "leader", 0, m.granted),
    Step("send_transfer", after=0, says=m.sent),
    Step("record_transfer_receipt", after=0, says=m.receipted),
)
POLICE_FILED: Track = (
    *TO_POLICE,
    Step("record_transfer_answer", after=2, says=m.police_filed),
    Step("hand_over_items", after=0, says=m.handed),
    Step("propose_closing", after=2, says=m.closing),
    Step("close_case", "leader", 1),
    Step("record_sentence", after=20, says=g.sentence),
)
# 公安机关不予立案，退回来继续处理、给予处罚。
POLICE_DECLINED: Track = (
    *TO_POLICE,
    Step("record_transfer_answer", after=3, says=m.police_declined),
    Step("resume_case", "leader", 1, m.back_from_police),
    *ENDED,
    *REVIEWED,
    *NOTICED,
    *SILENT,
    *ISSUED,
    *CARRIED_OUT,
)
# 与相邻的机关有管辖争议，协商不成，由共同的上级指定；之后照常办理。
DISPUTED: Track = (
    *LEAD,
    Step("record_dispute", after=2, says=j.disputed),
    Step("negotiate_dispute", after=1, says=j.negotiated),
    Step("ask_designation", "leader", 1, j.asked),
    Step("record_designation", after=3, says=j.designated),
    *FILED[1:],
    *FOUND,
    *ENDED,
    *REVIEWED,
    *NOTICED,
    *SILENT,
    *ISSUED,
    *CARRIED_OUT,
)
# 不属于本机关管辖的线索，移送发生地的机关。
PASSED_ON: Track = (
    *LEAD,
    Step("propose_transfer", after=3, says=m.to_body),
    Step("decide_transfer", "leader", 1, m.granted),
    Step("send_transfer", after=1, says=m.sent),
    Step("record_transfer_receipt", after=2, says=m.receipted),
)
# 同一事项又有人来电举报，逐一答复。
JOINT: Track = (
    *FILED,
    Step("add_informer", after=1, says=n.informer),
    Step("answer_informer", after=1, says=n.informer_answered),
    *FOUND,
    Step("add_evidence", after=0, says=g.footage),
    Step("record_device", after=0, says=g.device),
    Step("review_device", after=0, says=g.device_fit),
    Step("tell_device_fact", after=1, says=g.device_told),
    *ENDED,
    *REVIEWED,
    *NOTICED,
    *SILENT,
    *ISSUED,
    *CARRIED_OUT,
)
# 查明还有两项违法：一项是同一个行为，一项是另一个行为；分别裁量，合并决定。
SEVERAL: Track = (
    *BEGUN,
    Step("add_violation", after=1, says=w.same_deed),
    Step("add_violation", after=0, says=w.other_deed),
    Step("set_charge", after=2, says=w.first_charge),
    Step("set_charge", after=0, says=w.second_charge),
    *ENDED,
    *REVIEWED,
    *NOTICED,
    *SILENT,
    *ISSUED,
    *CARRIED_OUT,
)
# 还有一名合伙人，下落不明，分出另案处理。
SPLIT: Track = (
    *BEGUN,
    Step("add_party", after=1, says=joined),
    Step("propose_split", after=1, says=w.split_off),
    Step("approve_split", "leader", 0),
)
# 与另一案是同一事项的线索，并入另一案。
MERGED: Track = (
    *LEAD,
    Step("propose_merge", after=2, says=n.merge),
    Step("approve_merge", "leader", 0),
)
