"""批准移送公安机关的，应当在二十四小时内移送。"""

from sanwei.facts.transfer import transfer_decided_on, transfer_granted, transfer_kind, transferred_on

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.crime-transfer-sent-in-time",
    title="批准之后在二十四小时内移送公安机关",
    clauses=("YSFZ2001 §5(2)",),
    as_of=transfer_decided_on,
    when=transfer_decided_on.is_not_null() & (transfer_kind == "police") & transfer_granted,
    due=Due(since=transfer_decided_on, parameter="crime.transfer.send"),
    done=transferred_on,
    guards={"send_transfer": WARN},
    duty=Duty(todo="向公安机关移送案件", owner="officer", act="send_transfer"),
    says="{transfer_decided_on}批准移送公安机关，应当不迟于{due}移送，移送日：{transferred_on}",
    cure="立即移送，并写明超过二十四小时的原因",
    note="这里数到批准的次日；次日移送的，时刻由 case.crime-transfer-within-24-hours 核对",
)
