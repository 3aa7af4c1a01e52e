"""接到移送涉嫌犯罪案件的书面报告，负责人应当在三日内决定是否移送。"""

from sanwei.facts.transfer import transfer_asked_on, transfer_decided_on, transfer_kind

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.crime-transfer-decided-in-time",
    title="在三日内决定是否移送公安机关",
    clauses=("YSFZ2001 §5(2)",),
    as_of=transfer_asked_on,
    when=transfer_kind == "police",
    due=Due(since=transfer_asked_on, parameter="crime.transfer.decide"),
    done=transfer_decided_on,
    guards={"decide_transfer": WARN},
    duty=Duty(todo="决定是否移送公安机关", owner="leader", act="decide_transfer"),
    says="{transfer_asked_on}提出移送公安机关的报告，应当不迟于{due}作出决定，审批日：{transfer_decided_on}",
    cure="立即决定批准或者不批准移送；不批准的写明理由，并写明逾期的原因",
)
