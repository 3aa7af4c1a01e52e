"""批准的次日移送公安机关的，移送时刻不得晚于批准的时刻。"""

from sanwei.facts.transfer import (
    transfer_decided_at,
    transfer_decided_on,
    transfer_granted,
    transfer_kind,
    transferred_at,
    transferred_on,
)

from ..control import WARN, Control

control = Control(
    code="case.crime-transfer-within-24-hours",
    title="次日移送公安机关没有超过二十四小时",
    clauses=("YSFZ2001 §5(2)",),
    as_of=transferred_on,
    when=transferred_on.is_not_null()
    & (transfer_kind == "police")
    & transfer_granted
    & (transferred_on == transfer_decided_on.dt.offset_by("1d")),
    breach=transferred_at > transfer_decided_at,
    guards={"send_transfer": WARN},
    says="{transfer_decided_on} {transfer_decided_at}批准，{transferred_on} {transferred_at}移送，超过二十四小时",
    cure="写明超过二十四小时的原因；今后批准之后立即移送",
    note="当日移送的必在二十四小时之内；再晚的由 case.crime-transfer-sent-in-time 判断",
)
