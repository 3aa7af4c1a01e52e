"""移送对本案的影响：整案移出之后不再催办，移送公安而没有结果的不得处罚。"""

from __future__ import annotations

import polars as pl

from ..case import CASE
from ..decision import DECISION, decided_on
from ..transfer import (
    TRANSFER,
    transfer_answered_on,
    transfer_asked_on,
    transfer_decided_on,
    transfer_granted,
    transfer_kind,
    transfer_received_on,
    transfer_result,
    transferred_on,
)
from ..vocabulary import any_of, how_many

C, D = CASE, DECISION

_to_body = (transfer_kind == "body") & (transfer_result != "rejected").fill_null(True)
_to_police = (transfer_kind == "police") & (transfer_result == "filed")
handed_over_on = C.day(
    "handed_over_on",
    "整案移出日",
    "移送其他机关之日；移送公安机关的，为公安机关立案侦查的文书收到之日",
    over="transfer",
    take=pl.when(_to_body).then(transferred_on).when(_to_police).then(transfer_answered_on).min(),
    source="移送函、涉嫌犯罪案件移送书、公安机关的立案通知书",
)
lead_passed_on = C.day(
    "lead_passed_on",
    "线索移送日",
    "线索移送有管辖权的机关或者公安机关之日",
    over="transfer",
    take=transferred_on.filter((transfer_kind != "discipline") & (transfer_result != "rejected").fill_null(True)).min(),
    source="移送函、涉嫌犯罪案件移送书",
)
transfers_receipted = C.count(
    "transfers_receipted",
    "有回执的移送件数",
    over="transfer",
    take=how_many(
        TRANSFER, (transfer_kind != "discipline") & transferred_on.is_not_null() & transfer_received_on.is_not_null()
    ),
    source="移送回执",
)

_refused = (~transfer_granted & (transfer_decided_on <= decided_on)).fill_null(False)
_came_back = (transfer_result.is_in(["not_filed", "returned"]) & (transfer_answered_on <= decided_on)).fill_null(False)
crime_pending = D.yesno(
    "crime_pending",
    "作出决定时涉嫌犯罪的移送还没有结果",
    "已经提出移送公安机关的报告，既没有不批准移送，公安机关也没有退回",
    over="transfer",
    take=any_of(TRANSFER, (transfer_kind == "police") & (transfer_asked_on <= decided_on) & ~_refused & ~_came_back),
    source="案件移送审批表、公安机关的答复文书",
)
